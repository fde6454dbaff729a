package dev.membersync.sync.workflow;

import dev.membersync.sync.adapter.FormLabels;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.policy.Exchanges;
import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.MatchPolicy;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.record.TicketTypeInfo;
import java.util.List;
import java.util.Optional;

/**
 * One workflow between the members of an account and the tickets of one event, as data. Immutable; the ready ones are
 * built by {@link MembersToAttendees} and {@link RegistrationsToMembership}.
 *
 * @param id the workflow's id, part of its scope: two workflows of one event need two ids
 * @param desk the event's tickets
 * @param mapping makes the mapping from what the event offers
 * @param statuses what a member's status means
 * @param freePayment the payment type of a ticket without a price; {@code CASH} by default (3RD)
 * @param paidTickets what happens to ticket types with a price
 * @param moneyMoves true when an exchange between different prices and the removal of a paid ticket may be made
 * @param exchanges what happens when the member's plan asks for another ticket type
 * @param memberIdLabel the form field that holds the member's identity, where the event has one
 * @param guards when to stop
 * @param matching how a registration that is there already is recognised
 * @param reactions what to do in each situation
 * @param fences when a pair that will not come to rest is stopped
 * @param tickets what tickets are taken for
 * @param unknown what happens about tickets whose holders are no members
 */
public record Workflow(
        String id,
        TicketDesk desk,
        MappingSource mapping,
        Statuses statuses,
        String freePayment,
        PaidTickets paidTickets,
        boolean moneyMoves,
        Exchanges exchanges,
        Optional<String> memberIdLabel,
        GuardPolicy guards,
        MatchPolicy matching,
        ReactionPolicy reactions,
        FencePolicy fences,
        TicketRole tickets,
        UnknownRegistrants unknown) {
    /** A workflow whose tickets are places, and which leaves those of others alone. */
    public Workflow(
            String id,
            TicketDesk desk,
            MappingSource mapping,
            Statuses statuses,
            String freePayment,
            PaidTickets paidTickets,
            boolean moneyMoves,
            Exchanges exchanges,
            Optional<String> memberIdLabel,
            GuardPolicy guards,
            MatchPolicy matching,
            ReactionPolicy reactions,
            FencePolicy fences) {
        this(
                id,
                desk,
                mapping,
                statuses,
                freePayment,
                paidTickets,
                moneyMoves,
                exchanges,
                memberIdLabel,
                guards,
                matching,
                reactions,
                fences,
                TicketRole.PLACE,
                UnknownRegistrants.IGNORE);
    }

    /** True when a ticket that ended is followed like any other. */
    public boolean followsEnded() {
        return tickets == TicketRole.NEWS;
    }

    /** Makes a mapping for an event: ticket type names become ids, and only fields that the form has are mapped. */
    @FunctionalInterface
    public interface MappingSource {
        /** The mapping for this event as it is now. */
        Mapping mapping(List<TicketTypeInfo> ticketTypes, FormLabels form);
    }
}
