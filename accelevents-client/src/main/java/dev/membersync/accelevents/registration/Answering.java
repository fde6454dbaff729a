package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.form.Choice;
import dev.membersync.accelevents.form.FormCatalogue;
import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.form.NestedQuestion;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.Pairs;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.Holder;
import dev.membersync.accelevents.order.NestedAnswer;
import dev.membersync.accelevents.order.Payment;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.registration.AnswerProblem.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Fills the forms of one order from one draft and collects every problem on the way; one use, one thread. */
final class Answering {
    private static final String FIRST_NAME = "First Name";
    private static final String LAST_NAME = "Last Name";
    private static final String EMAIL = "Email";

    private final RegistrationDraft draft;
    private final LocalDate today;
    private final Set<AnswerProblem> problems = new LinkedHashSet<>();
    private String whom = "";

    private Answering(RegistrationDraft draft, LocalDate today) {
        this.draft = draft;
        this.today = today;
    }

    /** Refuses what {@link #payment} or the vendor would refuse, as far as it is known: by the forms, and for types without one by the catalogue. */
    static void check(
            RegistrationDraft draft,
            Map<TicketTypeId, RegistrationForm> forms,
            Optional<FormCatalogue> catalogue,
            LocalDate today) {
        var answering = new Answering(draft, today);
        answering.people();
        answering.holders(forms);
        answering.buyer(forms);
        catalogue.ifPresent(fields -> answering.requiredBy(fields, forms));
        answering.refuse();
    }

    static Payment payment(AskedForms asked, RegistrationDraft draft, PaymentType type, LocalDate today) {
        var answering = new Answering(draft, today);
        var holders = new ArrayList<>(answering.holders(asked.forms()));
        var buyer = answering.buyer(asked.forms());
        answering.refuse();
        var described = asked.forms().values().stream().anyMatch(RegistrationForm::describesHolders);
        var inOrder = asked.order().stream()
                .map(ticketType -> holders.remove(indexOf(ticketType, holders)))
                .toList();
        return new Payment(type, described, buyer, inOrder, "");
    }

    private static int indexOf(TicketTypeId type, List<Holder> holders) {
        return holders.stream().map(Holder::ticketTypeId).toList().indexOf(type);
    }

    private void people() {
        for (int i = 0; i < draft.tickets().size(); i++) {
            about(i);
            person(draft.tickets().get(i).holder());
        }
        aboutBuyer();
        person(draft.whoBuys());
    }

    /** The holders whose form is known. */
    private List<Holder> holders(Map<TicketTypeId, RegistrationForm> forms) {
        var holders = new ArrayList<Holder>();
        for (int i = 0; i < draft.tickets().size(); i++) {
            var ticket = draft.tickets().get(i);
            var form = forms.get(ticket.ticketTypeId());
            if (form != null) {
                about(i);
                holders.add(holder(ticket, form, i == 0 ? form.buyerLabels() : List.of()));
            }
        }
        return holders;
    }

    private Holder holder(TicketDraft ticket, RegistrationForm form, List<String> alsoAsked) {
        var labels = Stream.concat(form.holderLabels().stream(), alsoAsked.stream())
                .distinct()
                .toList();
        var known = known(ticket.holder(), ticket);
        var answers = answers(ticket.holder(), known, form.holderAttributes(), form.holderQuestions());
        var nested = Nested.ask(form.nestedQuestions(), question -> nested(question, known));
        for (var answer : ticket.answers()) {
            if (labels.stream().noneMatch(answer::isFor)) {
                add(answer.field(), Reason.UNKNOWN_FIELD, labels);
            } else if (!answer.text().isBlank() && nested.hides(answer.field())) {
                add(answer.field(), Reason.NOT_REVEALED, List.of());
            }
        }
        return new Holder(ticket.ticketTypeId(), answers, nested.answers());
    }

    private Optional<NestedAnswer> nested(NestedQuestion question, List<Answer> known) {
        return text(question.field(), known)
                .map(text -> new NestedAnswer(
                        question.id(), new Answer(question.field().name(), text)));
    }

    private Answers buyer(Map<TicketTypeId, RegistrationForm> forms) {
        aboutBuyer();
        var known = known(draft.whoBuys(), draft.tickets().get(0));
        return answers(
                draft.whoBuys(),
                known,
                asked(forms, RegistrationForm::buyerAttributes),
                asked(forms, RegistrationForm::buyerQuestions));
    }

    /** The buyer answers once, whatever the number of forms that ask. */
    private static List<FormField> asked(
            Map<TicketTypeId, RegistrationForm> forms, Function<RegistrationForm, List<FormField>> section) {
        var fields = new ArrayList<FormField>();
        forms.values().stream().flatMap(form -> section.apply(form).stream()).forEach(field -> {
            if (fields.stream().noneMatch(known -> known.isNamed(field.name()))) {
                fields.add(field);
            }
        });
        return fields;
    }

    private static List<Answer> known(Person person, TicketDraft ticket) {
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
    private Answers answers(Person person, List<Answer> known, List<FormField> attributes, List<FormField> questions) {
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
    private Optional<String> text(FormField field, List<Answer> known) {
        var given = known.stream()
                .filter(answer -> field.isNamed(answer.field()))
                .map(Answer::text)
                .filter(text -> !isEmpty(field.type(), text))
                .findFirst();
        if (given.isEmpty() && field.mandatory()) {
            add(field.name(), Reason.MISSING, List.of());
        }
        return given.map(text -> encoded(field, text));
    }

    private static boolean isEmpty(FieldType type, String text) {
        return (FieldType.isAddress(type) ? text.replace("|", "") : text).isBlank();
    }

    private String encoded(FormField field, String given) {
        if (field.choices().isEmpty()) {
            return new Encoding(today, reason -> add(field.name(), reason, List.of())).of(field, given);
        }
        var chosen = Chosen.of(field, given);
        if (chosen.isEmpty()) {
            add(
                    field.name(),
                    Reason.NOT_AN_OPTION,
                    field.choices().stream().map(Choice::label).toList());
        }
        return chosen.map(Chosen::value).orElse("");
    }

    /** The catalogue names no ticket types, so what it requires counts only for those whose own form is not known. */
    private void requiredBy(FormCatalogue catalogue, Map<TicketTypeId, RegistrationForm> forms) {
        for (var field : catalogue.fields()) {
            for (int i = 0; i < draft.tickets().size(); i++) {
                var ticket = draft.tickets().get(i);
                if (field.enabledForHolder()
                        && field.requiredForHolder()
                        && !forms.containsKey(ticket.ticketTypeId())) {
                    about(i);
                    required(field.name(), known(ticket.holder(), ticket));
                }
            }
            if (field.enabledForBuyer() && field.requiredForBuyer() && forms.isEmpty()) {
                aboutBuyer();
                required(field.name(), known(draft.whoBuys(), draft.tickets().get(0)));
            }
        }
    }

    private void required(String field, List<Answer> known) {
        if (known.stream()
                .noneMatch(answer -> answer.isFor(field) && !answer.text().isBlank())) {
            add(field, Reason.MISSING, List.of());
        }
    }

    private void person(Person person) {
        checkText(FIRST_NAME, person.firstName(), Person.MAX_NAME);
        checkText(LAST_NAME, person.lastName(), Person.MAX_NAME);
        checkText(EMAIL, person.email(), Person.MAX_EMAIL);
        if (!person.email().isBlank() && !Encoding.isEmail(person.email())) {
            add(EMAIL, Reason.NOT_AN_EMAIL, List.of());
        }
    }

    private void checkText(String field, String text, int max) {
        if (text.isBlank()) {
            add(field, Reason.MISSING, List.of());
        } else if (text.length() > max) {
            add(field, Reason.TOO_LONG, List.of());
        }
    }

    private void about(int ticket) {
        whom = draft.tickets().size() == 1 ? "" : "ticket " + (ticket + 1);
    }

    private void aboutBuyer() {
        whom = draft.tickets().size() == 1 ? "" : "buyer";
    }

    private void add(String field, Reason reason, List<String> options) {
        problems.add(new AnswerProblem(whom, field, reason, options));
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw new RefusedAnswersException(List.copyOf(problems));
        }
    }
}
