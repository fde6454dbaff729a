package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Person;
import java.util.List;
import java.util.stream.Stream;

/**
 * One ticket to be registered: whose it is and what that person answers.
 *
 * @param ticketTypeId the ticket type
 * @param holder the person who gets the ticket; first name, last name and e-mail are always required (DOC)
 * @param answers answers by label; a label that the form lacks is an error
 * @param optionalAnswers answers by label that are left out when the form lacks the field or does not reveal it
 */
public record TicketDraft(
        TicketTypeId ticketTypeId, Person holder, List<Answer> answers, List<Answer> optionalAnswers) {
    public TicketDraft {
        answers = List.copyOf(answers);
        optionalAnswers = List.copyOf(optionalAnswers);
    }

    TicketDraft with(Answer answer, boolean optional) {
        return optional
                ? new TicketDraft(ticketTypeId, holder, answers, plus(optionalAnswers, answer))
                : new TicketDraft(ticketTypeId, holder, plus(answers, answer), optionalAnswers);
    }

    private static List<Answer> plus(List<Answer> answers, Answer answer) {
        return Stream.concat(answers.stream(), Stream.of(answer)).toList();
    }

    @Override
    public String toString() {
        return "TicketDraft[ticket type " + ticketTypeId + "]";
    }
}
