package dev.membersync.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One issued ticket: an attendee.
 *
 * @param id issued ticket id, {@code eventTicketId} and {@code eventTicketingId} on the wire
 * @param orderId its order
 * @param barcode text of its QR code
 * @param attendeeId text that is not purely numeric
 * @param typeId its ticket type
 * @param state whether it admits
 * @param answers answers by field name, attributes and questions together, names and e-mail included
 * @param paid what was paid for it in major units
 * @param createdAt when it was issued
 * @param updatedAt last change
 */
public record FakeTicket(
        long id,
        long orderId,
        String barcode,
        String attendeeId,
        long typeId,
        State state,
        Map<String, String> answers,
        BigDecimal paid,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether a ticket admits. */
    public enum State {
        /** Valid. */
        BOOKED,
        /** Valid and used. */
        CHECKED_IN,
        /** No longer valid, still listed. */
        CANCELLED,
        /** Gone from every list. */
        DELETED
    }

    /** Copies the answers in their order. */
    public FakeTicket {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** The answer to a field, or an empty text. */
    public String answer(String field) {
        return answers.getOrDefault(field, "");
    }

    /** First name, or an empty text. */
    public String firstName() {
        return answer(FormRules.FIRST_NAME);
    }

    /** Last name, or an empty text. */
    public String lastName() {
        return answer(FormRules.LAST_NAME);
    }

    /** E-mail, or an empty text. */
    public String email() {
        return answer(FormRules.EMAIL);
    }

    /** Whether the ticket counts as an attendee: booked or checked in. */
    public boolean live() {
        return state == State.BOOKED || state == State.CHECKED_IN;
    }

    FakeTicket with(State next, Instant at) {
        return new FakeTicket(id, orderId, barcode, attendeeId, typeId, next, answers, paid, createdAt, at);
    }

    FakeTicket answering(Map<String, String> next, Instant at) {
        return new FakeTicket(id, orderId, barcode, attendeeId, typeId, state, next, paid, createdAt, at);
    }

    FakeTicket ofType(FakeTicketType type, BigDecimal nowPaid, Instant at) {
        return new FakeTicket(id, orderId, barcode, attendeeId, type.id(), state, answers, nowPaid, createdAt, at);
    }
}
