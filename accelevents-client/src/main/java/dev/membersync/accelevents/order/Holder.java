package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Answers;
import java.util.List;

/**
 * The person one ticket of an order is for.
 *
 * @param ticketTypeId the type of the ticket
 * @param answers the answers for that person
 * @param nested answers to questions that depend on each other
 */
public record Holder(TicketTypeId ticketTypeId, Answers answers, List<NestedAnswer> nested) {
    public Holder {
        nested = List.copyOf(nested);
    }

    /** A person who answers no nested question. */
    public Holder(TicketTypeId ticketTypeId, Answers answers) {
        this(ticketTypeId, answers, List.of());
    }
}
