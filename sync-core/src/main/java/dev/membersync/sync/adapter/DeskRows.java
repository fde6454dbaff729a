package dev.membersync.sync.adapter;

import dev.membersync.accelevents.attendee.Attendee;
import dev.membersync.accelevents.feed.JoinedTicket;
import dev.membersync.accelevents.holder.HolderSheet;
import dev.membersync.accelevents.holder.Section;
import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderTicket;
import dev.membersync.accelevents.ticket.DataType;
import dev.membersync.accelevents.ticket.TicketStatus;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.Standing;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Reads rows of the wire as registrations. A field that a row does not carry is unseen, never blank. */
final class DeskRows {
    private static final String FIRST_NAME = "First Name";
    private static final String LAST_NAME = "Last Name";
    private static final String EMAIL = "Email";

    private final Function<String, Optional<String>> typeIds;

    /** @param typeIds finds the id of a ticket type by its name, when exactly one type has it */
    DeskRows(Function<String, Optional<String>> typeIds) {
        this.typeIds = typeIds;
    }

    DeskRow attendee(Attendee row) {
        TicketRef ref = new TicketRef(
                row.eventTicketId().map(EventTicketId::value).orElse(null),
                row.barcode().map(Barcode::value).orElse(null),
                row.attendeeId().map(AttendeeId::value).orElse(null),
                row.orderId().map(OrderId::toString).orElse(null));
        Standing standing = new Standing(Standings.ticket(row.ticketStatus()), Value.unseen(), Value.unseen());
        return new DeskRow(
                registration(ref, access(row.ticketStatus()), row.holder(), row.ticketType())
                        .with(standing),
                Optional.empty(),
                OptionalLong.empty());
    }

    List<DeskRow> order(Order order) {
        return order.tickets().stream()
                .filter(ticket -> !ticket.dataType().equals(DataType.ADDON))
                .map(ticket -> new DeskRow(
                        ticket(order, ticket),
                        Tag.userId(order.note()),
                        OptionalLong.of(order.id().value())))
                .toList();
    }

    /** A ticket of the change feed; add-ons are none. */
    Optional<DeskRow> changed(JoinedTicket ticket) {
        if (ticket.dataType().equals(DataType.ADDON)) {
            return Optional.empty();
        }
        TicketRef ref = new TicketRef(
                ticket.eventTicketId().map(EventTicketId::value).orElse(null),
                ticket.barcode().map(Barcode::value).orElse(null),
                ticket.attendeeId().map(AttendeeId::value).orElse(null),
                ticket.orderId().map(OrderId::toString).orElse(null));
        return Optional.of(new DeskRow(
                registration(ref, access(ticket.ticketStatus()), ticket.holder(), ticket.ticketType())
                        .with(Standings.of(ticket)),
                Tag.userId(ticket.note()),
                ticket.orderId().map(id -> OptionalLong.of(id.value())).orElse(OptionalLong.empty())));
    }

    Registration ticket(Order order, OrderTicket ticket) {
        TicketRef ref = new TicketRef(
                ticket.eventTicketId().value(),
                ticket.barcode().map(Barcode::value).orElse(null),
                null,
                order.id().toString());
        return registration(ref, access(ticket.ticketStatus()), ticket.holder(), ticket.ticketType())
                .with(Standings.of(order, ticket));
    }

    /** The same registration under more names. */
    static Registration named(Registration row, TicketRef names) {
        return new Registration(
                names,
                row.access(),
                row.firstName(),
                row.lastName(),
                row.email(),
                row.ticketTypeId(),
                row.answers(),
                row.changedAt(),
                row.standing());
    }

    /** @param labels the form's labels: one that the sheet does not list is absent, not unseen */
    Registration sheet(TicketRef ref, HolderSheet sheet, Set<String> labels) {
        Map<String, Value> answers = new HashMap<>();
        labels.forEach(label -> answers.put(label, Value.absent()));
        for (Section section : Section.values()) {
            sheet.answers(section).forEach(answer -> answers.put(answer.field(), Value.of(answer.text())));
        }
        return new Registration(
                ref,
                Access.LIVE,
                answers.getOrDefault(FIRST_NAME, Value.unseen()),
                answers.getOrDefault(LAST_NAME, Value.unseen()),
                answers.getOrDefault(EMAIL, Value.unseen()),
                Value.unseen(),
                answers);
    }

    private Registration registration(TicketRef ref, Access access, Person holder, String typeName) {
        return new Registration(
                ref,
                access,
                Value.of(holder.firstName()),
                Value.of(holder.lastName()),
                Value.of(holder.email()),
                type(typeName),
                Map.of());
    }

    /** A name that stands for no type, or for several, is a type that nobody knows: never the one known before. */
    private Value type(String name) {
        return name.isBlank()
                ? Value.unseen()
                : Value.of(typeIds.apply(name).orElse("no single type is named " + name));
    }

    private static Access access(TicketStatus status) {
        return status.equals(TicketStatus.CANCELED) || status.equals(TicketStatus.DELETED) ? Access.ENDED : Access.LIVE;
    }
}
