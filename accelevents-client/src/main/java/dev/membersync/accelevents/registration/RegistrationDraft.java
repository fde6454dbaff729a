package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.PaymentType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is to be registered with which ticket type, and what they answer. Immutable; each {@code with} gives a new draft.
 *
 * <p>Answers are given by the label of the field; whether a label is an attribute or a question is looked up in the form. An answer serves the
 * holder and, where the buyer is asked the same, the buyer; an empty one counts as none.
 *
 * @param ticketTypeId the ticket type
 * @param holder the person who gets the ticket; first name, last name and e-mail are always required (DOC)
 * @param buyer who buys and is mailed by the vendor; by default the holder
 * @param answers answers by label; a label that the form lacks is an error
 * @param optionalAnswers answers by label that are left out when the form lacks the field
 * @param note a text that comes back on the order; default empty
 * @param paymentType how the order is paid; default {@code CASH} for a free ticket type (3RD), none for a priced one, which must be decided by a person
 */
public record RegistrationDraft(
        TicketTypeId ticketTypeId,
        Person holder,
        Optional<Person> buyer,
        List<Answer> answers,
        List<Answer> optionalAnswers,
        String note,
        Optional<PaymentType> paymentType) {
    public RegistrationDraft {
        answers = List.copyOf(answers);
        optionalAnswers = List.copyOf(optionalAnswers);
    }

    /** A draft without answers beyond name and address. */
    public static RegistrationDraft of(TicketTypeId ticketTypeId, String firstName, String lastName, String email) {
        var holder = new Person(firstName, lastName, email);
        return new RegistrationDraft(
                ticketTypeId, holder, Optional.empty(), List.of(), List.of(), "", Optional.empty());
    }

    /** Adds an answer; registering fails when the form has no such field. */
    public RegistrationDraft withAnswer(String label, String value) {
        return new RegistrationDraft(
                ticketTypeId, holder, buyer, plus(answers, label, value), optionalAnswers, note, paymentType);
    }

    /** Adds an answer that is left out when the form has no such field. */
    public RegistrationDraft withOptionalAnswer(String label, String value) {
        return new RegistrationDraft(
                ticketTypeId, holder, buyer, answers, plus(optionalAnswers, label, value), note, paymentType);
    }

    /** Names a buyer other than the holder; the vendor mails the buyer (DOC). */
    public RegistrationDraft withBuyer(Person person) {
        return new RegistrationDraft(
                ticketTypeId, holder, Optional.of(person), answers, optionalAnswers, note, paymentType);
    }

    /** Sets the note of the order. */
    public RegistrationDraft withNote(String text) {
        return new RegistrationDraft(ticketTypeId, holder, buyer, answers, optionalAnswers, text, paymentType);
    }

    /** Sets how the order is paid. */
    public RegistrationDraft withPaymentType(PaymentType type) {
        return new RegistrationDraft(ticketTypeId, holder, buyer, answers, optionalAnswers, note, Optional.of(type));
    }

    private static List<Answer> plus(List<Answer> answers, String label, String value) {
        return Stream.concat(answers.stream(), Stream.of(new Answer(label, value)))
                .toList();
    }

    @Override
    public String toString() {
        return "RegistrationDraft[ticket type " + ticketTypeId + "]";
    }
}
