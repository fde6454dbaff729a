package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.form.Choice;
import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.internal.Pairs;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.registration.AnswerProblem.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills the fields of one form with what a person answers. */
final class Filling {
    private static final String FIRST_NAME = "First Name";
    private static final String LAST_NAME = "Last Name";
    private static final String EMAIL = "Email";

    private final Problems problems;
    private final LocalDate today;

    Filling(Problems problems, LocalDate today) {
        this.problems = problems;
        this.today = today;
    }

    /** Names and addresses that the vendor would refuse in any form. */
    void person(Person person) {
        checkText(FIRST_NAME, person.firstName(), Person.MAX_NAME);
        checkText(LAST_NAME, person.lastName(), Person.MAX_NAME);
        checkText(EMAIL, person.email(), Person.MAX_EMAIL);
        if (!person.email().isBlank() && !Encoding.isEmail(person.email())) {
            problems.add(EMAIL, Reason.NOT_AN_EMAIL);
        }
    }

    private void checkText(String field, String text, int max) {
        if (text.isBlank()) {
            problems.add(field, Reason.MISSING);
        } else if (text.length() > max) {
            problems.add(field, Reason.TOO_LONG);
        }
    }

    /** Everything that is known of a person, name and address first. */
    static List<Answer> known(Person person, TicketDraft ticket) {
        return Stream.of(named(person), ticket.answers(), ticket.optionalAnswers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Answer> named(Person person) {
        return List.of(
                Answer.of(FIRST_NAME, person.firstName()),
                Answer.of(LAST_NAME, person.lastName()),
                Answer.of(EMAIL, person.email()));
    }

    /** Name and address are sent whether or not the form lists them. */
    Answers answers(Person person, List<Answer> known, List<FormField> attributes, List<FormField> questions) {
        var filled = new ArrayList<>(named(person).stream()
                .filter(answer -> attributes.stream().noneMatch(field -> field.isNamed(answer.field())))
                .toList());
        filled.addAll(fill(attributes, known));
        return new Answers(filled, fill(questions, known));
    }

    private List<Answer> fill(List<FormField> fields, List<Answer> known) {
        var filled = new ArrayList<Answer>();
        for (var field : fields) {
            text(field, known)
                    .ifPresent(text -> filled.addAll(
                            FieldType.isAddress(field.type())
                                    ? Pairs.address(field.name(), text)
                                    : List.of(new Answer(field.name(), text))));
        }
        return filled;
    }

    /** The answer as the field wants it; empty when there is none, which is a problem where one is required. */
    Optional<String> text(FormField field, List<Answer> known) {
        var given = known.stream()
                .filter(answer -> field.isNamed(answer.field()))
                .map(Answer::text)
                .filter(text -> !isEmpty(field.type(), text))
                .findFirst();
        if (given.isEmpty() && field.mandatory()) {
            problems.add(field.name(), Reason.MISSING);
        }
        return given.map(text -> encoded(field, text));
    }

    private static boolean isEmpty(FieldType type, String text) {
        return (FieldType.isAddress(type) ? text.replace("|", "") : text).isBlank();
    }

    private String encoded(FormField field, String given) {
        if (field.choices().isEmpty()) {
            return new Encoding(today, reason -> problems.add(field.name(), reason)).of(field, given);
        }
        var chosen = Chosen.of(field, given);
        if (chosen.isEmpty()) {
            problems.add(
                    field.name(),
                    Reason.NOT_AN_OPTION,
                    field.choices().stream().map(Choice::label).toList());
        }
        return chosen.map(Chosen::value).orElse("");
    }
}
