package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Mapping;

/**
 * The mapping of one workflow at its event as it is now.
 *
 * @param workflow the workflow's id
 * @param event the event and occurrence, as one name
 * @param mapping its mapping
 */
public record MappedWorkflow(String workflow, String event, Mapping mapping) {}
