package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.form.Choice;
import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.Holder;
import dev.membersync.accelevents.order.Payment;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.registration.AnswerProblem.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fills one form from one draft and collects every problem on the way; one use, one thread. */
final class Answering {
    private static final String FIRST_NAME = "First Name";
    private static final String LAST_NAME = "Last Name";
    private static final String EMAIL = "Email";

    private final Set<AnswerProblem> problems = new LinkedHashSet<>();

    private Answering() {}

    /** Refuses names and addresses that the vendor would refuse in any form. */
    static void checkPeople(RegistrationDraft draft) {
        var answering = new Answering();
        answering.checkPerson(draft.holder());
        draft.buyer().ifPresent(answering::checkPerson);
        answering.refuse();
    }

    /** Refuses what {@link #payment} would refuse. */
    static void check(RegistrationForm form, RegistrationDraft draft) {
        payment(form, draft, draft.paymentType().orElse(PaymentType.CASH));
    }

    static Payment payment(RegistrationForm form, RegistrationDraft draft, PaymentType type) {
        var answering = new Answering();
        draft.answers().stream()
                .filter(answer -> !form.asks(answer.field()))
                .forEach(answer -> answering.add(answer.field(), Reason.UNKNOWN_FIELD, form.labels()));
        var holder = answering.person(draft.holder(), draft, form.holderAttributes(), form.holderQuestions());
        var buyer = answering.person(
                draft.buyer().orElse(draft.holder()), draft, form.buyerAttributes(), form.buyerQuestions());
        answering.refuse();
        return new Payment(type, form.describesHolders(), buyer, List.of(new Holder(draft.ticketTypeId(), holder)), "");
    }

    private Answers person(
            Person person, RegistrationDraft draft, List<FormField> attributes, List<FormField> questions) {
        var known = new ArrayList<>(List.of(
                new Answer(FIRST_NAME, person.firstName()),
                new Answer(LAST_NAME, person.lastName()),
                new Answer(EMAIL, person.email())));
        var always = known.stream()
                .filter(answer -> attributes.stream().noneMatch(field -> field.isNamed(answer.field())))
                .toList();
        known.addAll(draft.answers());
        known.addAll(draft.optionalAnswers());
        var filled = new ArrayList<>(always);
        filled.addAll(fill(attributes, known));
        return new Answers(filled, fill(questions, known));
    }

    private List<Answer> fill(List<FormField> fields, List<Answer> known) {
        var filled = new ArrayList<Answer>();
        for (var field : fields) {
            var given = known.stream()
                    .filter(answer -> field.isNamed(answer.field()))
                    .map(Answer::text)
                    .filter(text -> !text.isBlank())
                    .findFirst();
            if (given.isPresent()) {
                filled.add(new Answer(field.name(), value(field, given.get())));
            } else if (field.mandatory()) {
                add(field.name(), Reason.MISSING, List.of());
            }
        }
        return filled;
    }

    private String value(FormField field, String given) {
        if (field.choices().isEmpty()) {
            return given;
        }
        if (!field.type().equals(FieldType.MULTIPLE_CHOICE)) {
            return option(field, given);
        }
        // Several choices are joined with a bar (LIVE).
        var options = new ArrayList<String>();
        for (var part : given.split("\\|")) {
            options.add(option(field, part));
        }
        return String.join("|", options);
    }

    private String option(FormField field, String given) {
        Optional<Choice> chosen = field.choices().stream()
                .filter(choice -> choice.isNamedBy(given))
                .findFirst();
        if (chosen.isEmpty()) {
            add(
                    field.name(),
                    Reason.NOT_AN_OPTION,
                    field.choices().stream().map(Choice::label).toList());
        }
        return chosen.map(Choice::value).orElse("");
    }

    private void checkPerson(Person person) {
        checkText(FIRST_NAME, person.firstName(), Person.MAX_NAME);
        checkText(LAST_NAME, person.lastName(), Person.MAX_NAME);
        checkText(EMAIL, person.email(), Person.MAX_EMAIL);
    }

    private void checkText(String field, String text, int max) {
        if (text.isBlank()) {
            add(field, Reason.MISSING, List.of());
        } else if (text.length() > max) {
            add(field, Reason.TOO_LONG, List.of());
        }
    }

    private void add(String field, Reason reason, List<String> options) {
        problems.add(new AnswerProblem(field, reason, options));
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw new RefusedAnswersException(List.copyOf(problems));
        }
    }
}
