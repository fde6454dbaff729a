package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.PaymentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who is to be registered with which tickets in one order, and what they answer. Immutable; each {@code with} gives a new draft.
 *
 * <pre>{@code
 * var draft = RegistrationDraft.of(general, "Ada", "Lovelace", "ada@example.org")
 *         .withAnswer("T-shirt", "M")
 *         .withAnswer(Answer.phone("Cell Phone", "5551234567", "us"))
 *         .and(vip, "Charles", "Babbage", "charles@example.org")
 *         .withAnswer("T-shirt", "L")
 *         .withPaymentType(PaymentType.INVOICE);
 * }</pre>
 *
 * <p>Answers are given by the label of the field and belong to the ticket added last; whether a label is an attribute, a question or a nested question is looked up in the form. The
 * answers of the first ticket serve the buyer too, where the buyer is asked the same. An empty answer counts as none.
 *
 * @param tickets the tickets, at least one
 * @param buyer who buys and is mailed by the vendor; by default the holder of the first ticket
 * @param note a text that comes back on the order; default empty
 * @param paymentType how the order is paid; default {@code CASH} when all types are free (3RD), none when one is priced, which must be decided by a person
 */
public record RegistrationDraft(
        List<TicketDraft> tickets, Optional<Person> buyer, String note, Optional<PaymentType> paymentType) {
    public RegistrationDraft {
        tickets = List.copyOf(tickets);
        if (tickets.isEmpty()) {
            throw new IllegalArgumentException("a registration needs at least one ticket");
        }
    }

    /** A draft of one ticket without answers beyond name and address. */
    public static RegistrationDraft of(TicketTypeId ticketTypeId, String firstName, String lastName, String email) {
        return new RegistrationDraft(
                List.of(ticket(ticketTypeId, firstName, lastName, email)), Optional.empty(), "", Optional.empty());
    }

    /** Adds a ticket for one more person to the same order. */
    public RegistrationDraft and(TicketTypeId ticketTypeId, String firstName, String lastName, String email) {
        var more = new ArrayList<>(tickets);
        more.add(ticket(ticketTypeId, firstName, lastName, email));
        return new RegistrationDraft(more, buyer, note, paymentType);
    }

    /** Adds an answer; registering fails when the form has no such field. */
    public RegistrationDraft withAnswer(String label, String value) {
        return withAnswer(Answer.of(label, value));
    }

    /** Adds an answer; registering fails when the form has no such field. */
    public RegistrationDraft withAnswer(Answer answer) {
        return answering(answer, false);
    }

    /** Adds an answer that is left out when the form has no such field. */
    public RegistrationDraft withOptionalAnswer(String label, String value) {
        return withOptionalAnswer(Answer.of(label, value));
    }

    /** Adds an answer that is left out when the form has no such field. */
    public RegistrationDraft withOptionalAnswer(Answer answer) {
        return answering(answer, true);
    }

    /** Names a buyer other than the first holder; the vendor mails the buyer (DOC). */
    public RegistrationDraft withBuyer(Person person) {
        return new RegistrationDraft(tickets, Optional.of(person), note, paymentType);
    }

    /** Sets the note of the order. */
    public RegistrationDraft withNote(String text) {
        return new RegistrationDraft(tickets, buyer, text, paymentType);
    }

    /** Sets how the order is paid. */
    public RegistrationDraft withPaymentType(PaymentType type) {
        return new RegistrationDraft(tickets, buyer, note, Optional.of(type));
    }

    /** The buyer, named or by default. */
    Person whoBuys() {
        return buyer.orElse(tickets.get(0).holder());
    }

    /** How many tickets of each type, in the order of first mention: the lines of the order. */
    LinkedHashMap<TicketTypeId, Integer> quantities() {
        return tickets.stream()
                .collect(Collectors.toMap(TicketDraft::ticketTypeId, ticket -> 1, Integer::sum, LinkedHashMap::new));
    }

    private RegistrationDraft answering(Answer answer, boolean optional) {
        var changed = new ArrayList<>(tickets);
        changed.set(changed.size() - 1, changed.get(changed.size() - 1).with(answer, optional));
        return new RegistrationDraft(changed, buyer, note, paymentType);
    }

    private static TicketDraft ticket(TicketTypeId ticketTypeId, String firstName, String lastName, String email) {
        return new TicketDraft(ticketTypeId, new Person(firstName, lastName, email), List.of(), List.of());
    }

    @Override
    public String toString() {
        return "RegistrationDraft" + tickets;
    }
}
