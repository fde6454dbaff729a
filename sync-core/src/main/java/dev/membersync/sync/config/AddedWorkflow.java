package dev.membersync.sync.config;

/** One workflow of a file whose template another module adds. The engine does not run it; that module does. */
public non-sealed interface AddedWorkflow extends WorkflowConfig {}
