package dev.membersync.sync.engine;

import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.store.TicketRow;
import java.util.List;

/** One operation with what it needs to be made. */
sealed interface Task {
    /** The description for plan, journal and audit. */
    Operation operation();

    /** Registers the member. */
    record Create(Operation operation, String ticketTypeId, RegistrationDraft draft, List<String> fields)
            implements Task {}

    /** Links a ticket that was there. */
    record Adopt(Operation operation, TicketRow ticket) implements Task {}

    /** Writes the holder. */
    record Update(Operation operation, RegistrationDraft draft, List<String> fields) implements Task {}

    /** Writes the member. In a plan the draft is empty: values are read when they are written. */
    record UpdateMember(Operation operation, MemberDraft draft, List<String> fields) implements Task {}

    /** Puts the member into a workflow, whose id is empty in a plan. */
    record Enrol(Operation operation, String field, String workflowId) implements Task {}

    /** Changes the ticket type. */
    record Exchange(Operation operation, TicketTypeInfo from, TicketTypeInfo to, String field) implements Task {}

    /** Deletes the ticket. */
    record Remove(Operation operation) implements Task {}
}
