package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.form.FormCatalogue;
import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.form.NestedQuestion;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.order.Holder;
import dev.membersync.accelevents.order.NestedAnswer;
import dev.membersync.accelevents.order.Payment;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.registration.AnswerProblem.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Fills the forms of one order from one draft and collects every problem on the way; one use, one thread. */
final class Answering {
    private final RegistrationDraft draft;
    private final Problems problems;
    private final Filling filling;

    private Answering(RegistrationDraft draft, LocalDate today) {
        this.draft = draft;
        this.problems = new Problems(draft);
        this.filling = new Filling(problems, today);
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
        answering.problems.refuse();
    }

    static Payment payment(AskedForms asked, RegistrationDraft draft, PaymentType type, LocalDate today) {
        var answering = new Answering(draft, today);
        var holders = new ArrayList<>(answering.holders(asked.forms()));
        var buyer = answering.buyer(asked.forms());
        answering.problems.refuse();
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
            problems.aboutTicket(i);
            filling.person(draft.tickets().get(i).holder());
        }
        problems.aboutBuyer();
        filling.person(draft.whoBuys());
    }

    /** The holders whose form is known. */
    private List<Holder> holders(Map<TicketTypeId, RegistrationForm> forms) {
        var holders = new ArrayList<Holder>();
        for (int i = 0; i < draft.tickets().size(); i++) {
            var ticket = draft.tickets().get(i);
            var form = forms.get(ticket.ticketTypeId());
            if (form != null) {
                problems.aboutTicket(i);
                holders.add(holder(ticket, form, i == 0 ? form.buyerLabels() : List.of()));
            }
        }
        return holders;
    }

    private Holder holder(TicketDraft ticket, RegistrationForm form, List<String> alsoAsked) {
        var labels = Stream.concat(form.holderLabels().stream(), alsoAsked.stream())
                .distinct()
                .toList();
        var known = Filling.known(ticket.holder(), ticket);
        var answers = filling.answers(ticket.holder(), known, form.holderAttributes(), form.holderQuestions());
        var nested = Nested.ask(form.nestedQuestions(), question -> nested(question, known));
        for (var answer : ticket.answers()) {
            if (labels.stream().noneMatch(answer::isFor)) {
                problems.add(answer.field(), Reason.UNKNOWN_FIELD, labels);
            } else if (!answer.text().isBlank() && nested.hides(answer.field()) && !form.asksAlways(answer.field())) {
                problems.add(answer.field(), Reason.NOT_REVEALED);
            }
        }
        return new Holder(ticket.ticketTypeId(), answers, nested.answers());
    }

    private Optional<NestedAnswer> nested(NestedQuestion question, List<Answer> known) {
        return filling.text(question.field(), known)
                .map(text -> new NestedAnswer(
                        question.id(), new Answer(question.field().name(), text)));
    }

    private Answers buyer(Map<TicketTypeId, RegistrationForm> forms) {
        problems.aboutBuyer();
        var known = Filling.known(draft.whoBuys(), draft.tickets().get(0));
        return filling.answers(
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

    /** The catalogue names no ticket types, so what it requires counts only for those whose own form is not known. */
    private void requiredBy(FormCatalogue catalogue, Map<TicketTypeId, RegistrationForm> forms) {
        for (var field : catalogue.fields()) {
            for (int i = 0; i < draft.tickets().size(); i++) {
                var ticket = draft.tickets().get(i);
                if (field.enabledForHolder()
                        && field.requiredForHolder()
                        && !forms.containsKey(ticket.ticketTypeId())) {
                    problems.aboutTicket(i);
                    required(field.name(), Filling.known(ticket.holder(), ticket));
                }
            }
            if (field.enabledForBuyer() && field.requiredForBuyer() && forms.isEmpty()) {
                problems.aboutBuyer();
                required(
                        field.name(),
                        Filling.known(draft.whoBuys(), draft.tickets().get(0)));
            }
        }
    }

    private void required(String field, List<Answer> known) {
        if (known.stream()
                .noneMatch(answer -> answer.isFor(field) && !answer.text().isBlank())) {
            problems.add(field, Reason.MISSING);
        }
    }
}
