package dev.membersync.sync.config;

import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.workflow.Workflow;
import java.util.Optional;

/** A workflow between the members of the account and the tickets of one event. */
public sealed interface TicketWorkflowConfig extends WorkflowConfig
        permits MembersToAttendeesConfig, RegistrationsConfig, LapsedGuardConfig, DuplicateHygieneConfig {
    /** Who buys every ticket that it makes; empty when every member buys his own, or when it makes none. */
    Optional<Buyer> buyer();

    /** The workflow that it describes, over these tickets. */
    Workflow workflow(TicketDesk desk);
}
