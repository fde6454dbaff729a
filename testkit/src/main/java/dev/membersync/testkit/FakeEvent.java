package dev.membersync.testkit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One event of {@link FakeAccelevents}, edited and inspected by tests. Edits here never show in the write log. Thread-safe. */
public final class FakeEvent {
    private final Switchboard board;
    private final AcceleventsState state;
    private final EventState event;

    FakeEvent(Switchboard board, AcceleventsState state, EventState event) {
        this.board = board;
        this.state = state;
        this.event = event;
    }

    /** The slug that paths carry. */
    public String url() {
        return event.url();
    }

    /** Its details by the vendor's names; the id is the numeric event id. */
    public FakeRecord details() {
        return board.locked(event::details);
    }

    /** Changes its details, such as {@code name} or {@code organizerPageURL}. The slug stays. */
    public void describe(UnaryOperator<FakeRecord> edit) {
        board.locked(() -> {
            FakeRecord before = event.details();
            event.describe(new FakeRecord(before.id(), edit.apply(before).values()));
            return true;
        });
    }

    /** Its speakers and sessions. */
    public FakeProgramme programme() {
        return new FakeProgramme(board, state, event);
    }

    /** Adds a ticket type and answers its id. */
    public long addTicketType(String name, String price, int quantity) {
        return board.locked(() -> {
            long id = state.nextTypeId();
            event.types().put(id, new FakeTicketType(id, name, new BigDecimal(price), quantity));
            return id;
        });
    }

    /** Changes a ticket type; its id stays. Throws {@link IllegalArgumentException} when there is none. */
    public void editTicketType(long typeId, UnaryOperator<FakeTicketType> edit) {
        board.locked(() -> event.types().compute(typeId, (id, type) -> {
            if (type == null) {
                throw new IllegalArgumentException("no ticket type " + typeId);
            }
            FakeTicketType next = edit.apply(type);
            return new FakeTicketType(id, next.name(), next.price(), next.quantity(), next.details());
        }));
    }

    /** Gives a ticket type another price. */
    public void changePrice(long typeId, String price) {
        editTicketType(
                typeId,
                type -> new FakeTicketType(
                        typeId, type.name(), new BigDecimal(price), type.quantity(), type.details()));
    }

    /** Gives a ticket type another number of places. */
    public void changeQuantity(long typeId, int quantity) {
        editTicketType(typeId, type -> new FakeTicketType(typeId, type.name(), type.price(), quantity, type.details()));
    }

    /** The ticket types. */
    public List<FakeTicketType> ticketTypes() {
        return board.locked(() -> List.copyOf(event.types().values()));
    }

    /** A ticket type by name; the first one of it. */
    public Optional<FakeTicketType> ticketType(String name) {
        return ticketTypes().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** Adds a field to the form, or replaces the one of its name. */
    public void putField(FakeField field) {
        board.locked(() -> Optional.ofNullable(event.fields().put(field.name(), field)));
    }

    /** Takes a field off the form; answers that were given stay in the tickets. */
    public void removeField(String name) {
        board.locked(() -> Optional.ofNullable(event.fields().remove(name)));
    }

    /** Gives a field another name, as an organiser does; its id and its place stay, and so do the answers under the old name. */
    public void renameField(String name, String other) {
        board.locked(() -> {
            if (!event.fields().containsKey(name)) {
                throw new IllegalArgumentException("no field " + name);
            }
            event.renameField(name, other);
            return true;
        });
    }

    /** The form, built-in fields first. */
    public List<FakeField> fields() {
        return board.locked(() -> List.copyOf(event.fields().values()));
    }

    /** Adds an attendee who was there before anybody synchronised, in a paid order of his own without note. */
    public FakeTicket addAttendee(long typeId, String firstName, String lastName, String email) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(FormRules.FIRST_NAME, firstName);
        answers.put(FormRules.LAST_NAME, lastName);
        answers.put(FormRules.EMAIL, email);
        return addAttendee(typeId, answers, "");
    }

    /** Adds an attendee with all his answers and the note of his order. */
    public FakeTicket addAttendee(long typeId, Map<String, String> answers, String note) {
        return board.locked(() -> Seeding.attendee(state, event, board.now(), typeId, answers, note));
    }

    /** Gives one answer of an attendee another value, as a person at the console would. */
    public void answer(long ticketId, String field, String value) {
        edit(ticketId, ticket -> {
            Map<String, String> answers = new LinkedHashMap<>(ticket.answers());
            answers.put(field, value);
            return ticket.answering(answers, board.now());
        });
    }

    /** Cancels an attendee: no access, still listed as {@code CANCELLED}. */
    public void cancel(long ticketId) {
        edit(ticketId, ticket -> ticket.with(FakeTicket.State.CANCELLED, board.now()));
    }

    /** Checks an attendee in. */
    public void checkIn(long ticketId) {
        edit(ticketId, ticket -> ticket.with(FakeTicket.State.CHECKED_IN, board.now()));
    }

    /** Puts a ticket back to booked: a check-in is undone. After a cancellation no documented call does this. */
    public void book(long ticketId) {
        edit(ticketId, ticket -> ticket.with(FakeTicket.State.BOOKED, board.now()));
    }

    /** Deletes an attendee: gone from every list, and his order with him when it has no other ticket. */
    public void delete(long ticketId) {
        edit(ticketId, ticket -> ticket.with(FakeTicket.State.DELETED, board.now()));
        board.locked(() -> Seeding.closeEmptyOrder(event, ticketId, board.now()));
    }

    /** Takes a payment for a ticket that is not paid in full; its order is paid when all of its tickets are. */
    public void pay(long ticketId, BigDecimal amount) {
        board.locked(() -> {
            Seeding.pay(event, event.ticket(ticketId), amount, board.now());
            return true;
        });
    }

    /** Gives money of a ticket back, at most what was paid and not yet given back; the attendee keeps the access. */
    public void refund(long ticketId, BigDecimal amount) {
        board.locked(() -> {
            Refunds.byHand(event, event.ticket(ticketId), amount, board.now());
            return true;
        });
    }

    /** Moves an attendee to another ticket type. */
    public void exchange(long ticketId, long typeId) {
        edit(ticketId, ticket -> ticket.ofType(event.type(typeId), ticket.paid(), board.now()));
    }

    private void edit(long ticketId, UnaryOperator<FakeTicket> edit) {
        board.locked(() -> {
            FakeTicket ticket = event.tickets().get(ticketId);
            if (ticket == null) {
                throw new IllegalArgumentException("no ticket " + ticketId);
            }
            event.put(edit.apply(ticket), board.now());
            return true;
        });
    }

    /** Every ticket ever issued, cancelled and deleted ones included. */
    public List<FakeTicket> tickets() {
        return board.locked(() -> List.copyOf(event.tickets().values()));
    }

    /** The tickets that admit: the attendees. */
    public List<FakeTicket> attendees() {
        return tickets().stream().filter(FakeTicket::live).toList();
    }

    /** One ticket, whatever its state. */
    public Optional<FakeTicket> ticket(long ticketId) {
        return board.locked(() -> Optional.ofNullable(event.tickets().get(ticketId)));
    }

    /** Every order, unpaid and deleted ones included. */
    public List<FakeOrder> orders() {
        return board.locked(() -> List.copyOf(event.orders().values()));
    }

    /** One order. */
    public Optional<FakeOrder> order(long orderId) {
        return board.locked(() -> Optional.ofNullable(event.orders().get(orderId)));
    }

    /** Discount and access codes, refunds, buyer answers, held orders, and what forms and records can hold besides plain fields. */
    public FakeBoxOffice boxOffice() {
        return new FakeBoxOffice(board, event);
    }

    /** The mails that real people would have got. */
    public List<FakeMail> mails() {
        return board.locked(() -> List.copyOf(event.mails()));
    }

    /** Places of a ticket type that are neither issued nor held. */
    public long remaining(long typeId) {
        return board.locked(() -> event.remaining(event.type(typeId), board.now()));
    }
}
