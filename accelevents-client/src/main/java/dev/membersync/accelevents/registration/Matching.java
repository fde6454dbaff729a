package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.IssuedTicket;
import dev.membersync.accelevents.order.OrderTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells which issued ticket of one order is whose; what is not certain is left open. */
final class Matching {
    /** An issued ticket as far as it is shown: a payment names the address alone. */
    private record Shown(EventTicketId id, Optional<AttendeeId> attendeeId, Person holder, String type) {}

    private final OrderId orderId;
    private final List<TicketDraft> drafts;
    private final Function<TicketTypeId, String> typeName;

    Matching(OrderId orderId, RegistrationDraft draft, Function<TicketTypeId, String> typeName) {
        this.orderId = orderId;
        this.drafts = draft.tickets();
        this.typeName = typeName;
    }

    /** From what a payment answered. */
    Registered issued(List<IssuedTicket> tickets) {
        return match(tickets.stream()
                .map(ticket ->
                        new Shown(ticket.eventTicketId(), ticket.attendeeId(), new Person("", "", ticket.email()), ""))
                .toList());
    }

    /** From what an order shows, with the attendees that the payment's answer named, if there was one. */
    Registered listed(List<OrderTicket> tickets, List<IssuedTicket> answered) {
        return match(tickets.stream()
                .map(ticket -> new Shown(
                        ticket.eventTicketId(),
                        answered.stream()
                                .filter(issued -> issued.eventTicketId().equals(ticket.eventTicketId()))
                                .findFirst()
                                .flatMap(IssuedTicket::attendeeId),
                        ticket.holder(),
                        ticket.ticketType()))
                .toList());
    }

    /** A ticket is somebody's when it can be nobody else's and that person can have no other; the only ticket of the only person needs no proof. */
    private Registered match(List<Shown> tickets) {
        var alone = drafts.size() == 1 && tickets.size() == 1;
        var left = new ArrayList<>(tickets);
        var matched = new ArrayList<RegisteredTicket>();
        for (var draft : drafts) {
            var fitting = tickets.stream()
                    .filter(ticket -> alone || mayBe(ticket, draft))
                    .toList();
            var mine = fitting.size() == 1 && (alone || rivals(fitting.get(0)) == 1)
                    ? Optional.of(fitting.get(0))
                    : Optional.<Shown>empty();
            mine.ifPresent(left::remove);
            matched.add(new RegisteredTicket(draft, mine.map(Shown::id), mine.flatMap(Shown::attendeeId)));
        }
        return new Registered(orderId, matched, left.stream().map(Shown::id).toList(), List.of());
    }

    private long rivals(Shown ticket) {
        return drafts.stream().filter(draft -> mayBe(ticket, draft)).count();
    }

    private boolean mayBe(Shown ticket, TicketDraft draft) {
        var person = draft.holder();
        return same(ticket.holder().email(), person.email())
                && (ticket.holder().firstName().isEmpty()
                        || same(ticket.holder().firstName(), person.firstName()))
                && (ticket.holder().lastName().isEmpty() || same(ticket.holder().lastName(), person.lastName()))
                && (ticket.type().isEmpty() || same(ticket.type(), typeName.apply(draft.ticketTypeId())));
    }

    private static boolean same(String left, String right) {
        return left.strip().equalsIgnoreCase(right.strip());
    }
}
