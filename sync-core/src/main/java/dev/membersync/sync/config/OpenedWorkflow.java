package dev.membersync.sync.config;

import dev.membersync.sync.workflow.Workflow;

/**
 * A workflow of the engine with what it was made of.
 *
 * @param index its place in the file, from 0
 * @param config its keys
 * @param workflow what the engine runs
 */
record OpenedWorkflow(int index, TicketWorkflowConfig config, Workflow workflow) {}
