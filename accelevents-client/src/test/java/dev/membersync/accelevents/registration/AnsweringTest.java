package dev.membersync.accelevents.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.accelevents.form.Choice;
import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.Payment;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.registration.AnswerProblem.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnsweringTest {
    private static final TicketTypeId TYPE = new TicketTypeId(7);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final RegistrationDraft ADA = RegistrationDraft.of(TYPE, "Ada", "Lovelace", "ada@example.org");
    private static final FormField STATUS = new FormField(
            "Membership Status",
            FieldType.DROPDOWN,
            true,
            List.of(new Choice("Active", "active", "1"), new Choice("Lapsed", "lapsed", "2")),
            Map.of());

    private static FormField text(String name, boolean mandatory) {
        return new FormField(name, FieldType.TEXT, mandatory, List.of(), Map.of());
    }

    private static RegistrationForm form(List<FormField> attributes, List<FormField> questions) {
        return new RegistrationForm(List.of(), List.of(), true, attributes, questions, List.of());
    }

    private static Payment fill(RegistrationForm form, RegistrationDraft draft) {
        var asked = new AskedForms(Map.of(TYPE, form), List.of(TYPE), false);
        return Answering.payment(asked, draft, PaymentType.CASH, TODAY);
    }

    private static List<AnswerProblem> problems(RegistrationForm form, RegistrationDraft draft) {
        return catchThrowableOfType(RefusedAnswersException.class, () -> fill(form, draft))
                .problems();
    }

    @Test
    void anAnswerGoesWhereTheFormListsItsField() {
        var form = form(List.of(text("Company", false)), List.of(text("Member ID", false)));
        var answers = fill(form, ADA.withAnswer("member id", "u1").withAnswer("Company", "Engines"))
                .holders()
                .get(0)
                .answers();
        assertThat(answers.attributes()).contains(new Answer("Company", "Engines"));
        assertThat(answers.questions()).containsExactly(new Answer("Member ID", "u1"));
    }

    @Test
    void nameAndAddressAreSentEvenWhenTheFormDoesNotListThem() {
        assertThat(fill(form(List.of(), List.of()), ADA).buyer().attributes())
                .containsExactly(
                        new Answer("First Name", "Ada"),
                        new Answer("Last Name", "Lovelace"),
                        new Answer("Email", "ada@example.org"));
    }

    @Test
    void aListedNameFieldIsAnsweredOnceInTheSpellingOfTheForm() {
        var filled = fill(form(List.of(text("first name", true)), List.of()), ADA);
        assertThat(filled.holders().get(0).answers().attributes())
                .extracting(Answer::field)
                .containsExactly("Last Name", "Email", "first name");
    }

    @Test
    void aRequiredFieldWithoutAnAnswerIsNamed() {
        assertThat(problems(form(List.of(), List.of(text("T-shirt", true))), ADA))
                .containsExactly(new AnswerProblem("", "T-shirt", Reason.MISSING, List.of()));
    }

    @Test
    void aDropdownAnswerIsSentAsTheValueOfItsOption() {
        var filled = fill(form(List.of(), List.of(STATUS)), ADA.withAnswer("Membership Status", "ACTIVE"));
        assertThat(filled.holders().get(0).answers().questions())
                .containsExactly(new Answer("Membership Status", "active"));
    }

    @Test
    void anAnswerThatIsNoOptionIsRefusedWithTheOptions() {
        assertThat(problems(form(List.of(), List.of(STATUS)), ADA.withAnswer("Membership Status", "frozen")))
                .containsExactly(
                        new AnswerProblem("", "Membership Status", Reason.NOT_AN_OPTION, List.of("Active", "Lapsed")));
    }

    @Test
    void eachPartOfAMultipleChoiceMustBeAnOption() {
        var field = new FormField("Days", FieldType.MULTIPLE_CHOICE, false, STATUS.choices(), Map.of());
        var filled = fill(form(List.of(), List.of(field)), ADA.withAnswer("Days", "Active|lapsed"));
        assertThat(filled.holders().get(0).answers().questions()).containsExactly(new Answer("Days", "active|lapsed"));
    }

    @Test
    void anAnswerTheFormDoesNotAskIsRefused() {
        assertThat(problems(form(List.of(text("Company", false)), List.of()), ADA.withAnswer("Member ID", "u1")))
                .containsExactly(new AnswerProblem("", "Member ID", Reason.UNKNOWN_FIELD, List.of("Company")));
    }

    @Test
    void anOptionalAnswerTheFormDoesNotAskIsLeftOut() {
        var filled = fill(form(List.of(), List.of()), ADA.withOptionalAnswer("Member ID", "u1"));
        assertThat(filled.holders().get(0).answers().questions()).isEmpty();
    }

    @Test
    void anotherBuyerIsNamedAsBuyerOnly() {
        var filled = fill(form(List.of(), List.of()), ADA.withBuyer(new Person("Org", "Team", "org@example.org")));
        assertThat(filled.buyer().attributes()).contains(new Answer("Email", "org@example.org"));
        assertThat(filled.holders().get(0).answers().attributes()).contains(new Answer("Email", "ada@example.org"));
    }

    @Test
    void aNameTheVendorWouldRefuseIsFoundWithoutAForm() {
        var draft = RegistrationDraft.of(TYPE, "A".repeat(51), "Lovelace", "");
        assertThat(catchThrowableOfType(
                                RefusedAnswersException.class,
                                () -> Answering.check(draft, Map.of(), Optional.empty(), TODAY))
                        .problems())
                .containsExactly(
                        new AnswerProblem("", "First Name", Reason.TOO_LONG, List.of()),
                        new AnswerProblem("", "Email", Reason.MISSING, List.of()));
    }

    @Test
    void aRefusalPrintsNoAnswer() {
        var form = form(List.of(), List.of(STATUS));
        var refusal = catchThrowableOfType(
                RefusedAnswersException.class, () -> fill(form, ADA.withAnswer("Membership Status", "frozen")));
        assertThat(refusal)
                .hasMessageContaining("'Membership Status' must be one of [Active, Lapsed]")
                .hasMessageNotContaining("frozen");
    }
}
