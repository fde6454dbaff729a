package dev.membersync.sync.config;

/** One workflow of a file. Each template has its own record, with its own keys. */
public sealed interface WorkflowConfig
        permits TicketWorkflowConfig, PaymentsConfig, RefundsConfig, NightlyConfig, AddedWorkflow {
    /** Its id; default the template's. */
    String id();

    /** The event url. */
    String event();

    /** The recurring event id; 0 for an ordinary event. */
    long occurrence();
}
