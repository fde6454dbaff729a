package dev.membersync.sync.config;

import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.policy.Exchanges;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.sync.workflow.Workflow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One workflow of the template {@code members-to-attendees} or {@code members-to-attendees-by-plan}.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param ticketTypes ticket type names by plan, status or {@code *}
 * @param statuses what a status means
 * @param paidTickets what happens to ticket types with a price
 * @param moneyMoves whether an exchange may change the price and a paid ticket be removed
 * @param exchanges what happens when the plan asks for another ticket type
 * @param statusLabel the form field for the membership status
 * @param memberIdLabel the form field for the member's identity
 * @param direction {@code BOTH} where the holder's name and address flow back to the member
 * @param map more fields, as the list {@code map} says them
 * @param guards when to stop
 * @param buyer who buys every ticket; empty when every member buys his own
 */
public record MembersToAttendeesConfig(
        String id,
        String event,
        long occurrence,
        Map<String, String> ticketTypes,
        Statuses statuses,
        PaidTickets paidTickets,
        boolean moneyMoves,
        Exchanges exchanges,
        String statusLabel,
        String memberIdLabel,
        Direction direction,
        List<FieldMapper> map,
        GuardPolicy guards,
        Optional<Buyer> buyer)
        implements TicketWorkflowConfig {
    public MembersToAttendeesConfig {
        map = List.copyOf(map);
        ticketTypes = Collections.unmodifiableMap(new LinkedHashMap<>(ticketTypes));
    }

    /** The same with one more field. */
    MembersToAttendeesConfig with(FieldMapper field) {
        return new MembersToAttendeesConfig(
                id,
                event,
                occurrence,
                ticketTypes,
                statuses,
                paidTickets,
                moneyMoves,
                exchanges,
                statusLabel,
                memberIdLabel,
                direction,
                Stream.concat(map.stream(), Stream.of(field)).toList(),
                guards,
                buyer);
    }

    /** True when anything is written to members. */
    boolean flowsBack() {
        return direction == Direction.BOTH
                || map.stream().anyMatch(field -> field.direction() != Direction.LEFT_TO_RIGHT);
    }

    @Override
    public Workflow workflow(TicketDesk desk) {
        MembersToAttendees workflow = MembersToAttendees.of(desk, ticketTypes)
                .id(id)
                .statuses(statuses)
                .paidTickets(paidTickets)
                .exchanges(exchanges)
                .statusLabel(statusLabel)
                .memberIdLabel(memberIdLabel)
                .guards(guards);
        map.forEach(workflow::with);
        if (direction == Direction.BOTH) {
            workflow.bothWays();
        }
        return (moneyMoves ? workflow.allowMoneyMoves() : workflow).build();
    }
}
