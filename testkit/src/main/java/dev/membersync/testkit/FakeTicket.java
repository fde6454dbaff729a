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
 * @param record seat and entries that no field of the form asks for
 * @param paid what was paid for it in major units
 * @param refunded how much of it went back
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
        FakeHolderRecord record,
        BigDecimal paid,
        BigDecimal refunded,
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

    /** Whether all that was paid went back, which was more than nothing. */
    public boolean fullyRefunded() {
        return refunded.signum() > 0 && refunded.compareTo(paid) >= 0;
    }

    FakeTicket with(State next, Instant at) {
        return copy(typeId, next, answers, record, paid, refunded, at);
    }

    FakeTicket answering(Map<String, String> next, Instant at) {
        return copy(typeId, state, next, record, paid, refunded, at);
    }

    FakeTicket keeping(FakeHolderRecord next, Instant at) {
        return copy(typeId, state, answers, next, paid, refunded, at);
    }

    FakeTicket ofType(FakeTicketType type, BigDecimal nowPaid, Instant at) {
        return copy(type.id(), state, answers, record, nowPaid, refunded, at);
    }

    FakeTicket refunding(BigDecimal amount, Instant at) {
        return copy(typeId, state, answers, record, paid, refunded.add(amount), at);
    }

    FakeTicket paying(BigDecimal amount, Instant at) {
        return copy(typeId, state, answers, record, paid.add(amount), refunded, at);
    }

    /** After an exchange nothing of what the new type cost went back. */
    FakeTicket refundedNothing(Instant at) {
        return copy(typeId, state, answers, record, paid, BigDecimal.ZERO, at);
    }

    private FakeTicket copy(
            long type,
            State next,
            Map<String, String> given,
            FakeHolderRecord kept,
            BigDecimal nowPaid,
            BigDecimal nowRefunded,
            Instant at) {
        return new FakeTicket(
                id, orderId, barcode, attendeeId, type, next, given, kept, nowPaid, nowRefunded, createdAt, at);
    }
}
