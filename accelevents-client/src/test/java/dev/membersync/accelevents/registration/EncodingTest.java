package dev.membersync.accelevents.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.accelevents.form.Choice;
import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.form.NestedQuestion;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Address;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.accelevents.order.Holder;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.registration.AnswerProblem.Reason;
import dev.membersync.accelevents.upload.AnswerFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How answers travel, by the type of their field: accelevents-api.md 3. */
class EncodingTest {
    private static final TicketTypeId TYPE = new TicketTypeId(7);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final RegistrationDraft ADA = RegistrationDraft.of(TYPE, "Ada", "Lovelace", "ada@example.org");
    private static final List<Choice> COLOURS =
            List.of(new Choice("Red", "r", "k1"), new Choice("Green", "g", "k2"), new Choice("Blue", "b", "k3"));

    private static FormField field(String name, String type, boolean mandatory) {
        var choices = type.equals("DROPDOWN") || type.equals("MULTIPLE_CHOICE") ? COLOURS : List.<Choice>of();
        return new FormField(name, new FieldType(type), mandatory, choices, Map.of());
    }

    private static Holder fill(RegistrationDraft draft, List<FormField> questions, NestedQuestion... nested) {
        var form = new RegistrationForm(List.of(), List.of(), true, List.of(), questions, List.of(nested));
        var asked = new AskedForms(Map.of(TYPE, form), List.of(TYPE), false);
        return Answering.payment(asked, draft, PaymentType.CASH, TODAY)
                .holders()
                .get(0);
    }

    private static AnswerProblem problem(RegistrationDraft draft, List<FormField> questions, NestedQuestion... nested) {
        var refusal = catchThrowableOfType(RefusedAnswersException.class, () -> fill(draft, questions, nested));
        assertThat(refusal.problems()).hasSize(1);
        return refusal.problems().get(0);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            TEXT,            Diet,          none | little,          none | little
            EMAIL,           Other,         a@b.example,            a@b.example
            NUMBER,          Age,           36,                     36
            NUMBER,          Age,           -0.50,                  -0.50
            DATE,            Since,         02/29/2024,             02/29/2024
            DATE,            Since,         2024-02-29,             02/29/2024
            DATE,            Since,         12/31/2099,             12/31/2099
            DATE,            Birth Date,    11/29/2026,             11/29/2026
            TEXT,            Cell Phone,    5551234567|us,          5551234567|us
            TEXT,            Cell Phone,    us|5551234567,          5551234567|us
            TEXT,            Cell Phone,    (555) 123-4567|US,      5551234567|us
            PHONE_NUMBER,    Mobile,        15112345678|DE,         15112345678|de
            COUNTRY,         Home,          de,                     DE
            STATE,           State,         Bavaria,                Bavaria
            DROPDOWN,        Colour,        Red,                    r
            DROPDOWN,        Colour,        g,                      g
            MULTIPLE_CHOICE, Colours,       blue|Red,               b|r
            MULTIPLE_CHOICE, Colours,       Red|r,                  r
            FILE_UPLOAD,     CV,            6f1c-9|cv.pdf,          6f1c-9|cv.pdf
            """)
    void anAnswerIsWrittenAsItsFieldWantsIt(String type, String name, String given, String sent) {
        assertThat(fill(ADA.withAnswer(name, given), List.of(field(name, type, true)))
                        .answers()
                        .questions())
                .containsExactly(new Answer(name, sent));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            EMAIL,            Other,       nobody,              NOT_AN_EMAIL
            NUMBER,           Age,         thirty,              NOT_A_NUMBER
            NUMBER,           Age,         1e9,                 NOT_A_NUMBER
            DATE,             Since,       02/30/2024,          NOT_A_DATE
            DATE,             Since,       29/02/2024,          NOT_A_DATE
            DATE,             Since,       2024-13-01,          NOT_A_DATE
            DATE,             Birth Date,  11/30/2026,          BIRTH_IN_FUTURE
            TEXT,             Cell Phone,  +1 555 1234567,      NOT_A_PHONE
            TEXT,             Cell Phone,  5551234567|zz,       NOT_A_PHONE
            TEXT,             Cell Phone,  123|us,              NOT_A_PHONE
            COUNTRY,          Home,        Germany,             NOT_A_COUNTRY
            COUNTRY,          Home,        DE|BY,               NOT_A_COUNTRY
            DROPDOWN,         Colour,      Red|Blue,            NOT_AN_OPTION
            MULTIPLE_CHOICE,  Colours,     Red|,                NOT_AN_OPTION
            MULTIPLE_CHOICE,  Colours,     |,                   NOT_AN_OPTION
            BILLING_ADDRESS,  Billing,     1|2|3|4|5|6|7,       NOT_AN_ADDRESS
            BILLING_ADDRESS,  Billing,     |||||,               MISSING
            IMAGE_UPLOAD,     Badge,       me.png,              NOT_A_FILE
            """)
    void aWrongAnswerIsNamedByFieldAndRemedyAndNeverRepeated(String type, String name, String given, Reason reason) {
        var problem = problem(ADA.withAnswer(name, given), List.of(field(name, type, true)));
        assertThat(problem.field()).isEqualTo(name);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.text()).contains("'" + name + "' ").doesNotContain(given);
    }

    @Test
    void typedAnswersAreWrittenTheSameWay() {
        var draft = ADA.withAnswer(Answer.of("Since", LocalDate.of(2024, 2, 29)))
                .withAnswer(Answer.phone("Cell Phone", "5551234567", "US"))
                .withAnswer(Answer.choices("Colours", "Red", "Blue"))
                .withAnswer("CV", new AnswerFile("6f1c-9", "cv.pdf").answer());
        var fields = List.of(
                field("Since", "DATE", true),
                field("Cell Phone", "TEXT", true),
                field("Colours", "MULTIPLE_CHOICE", true),
                field("CV", "FILE_UPLOAD", true));
        assertThat(fill(draft, fields).answers().questions())
                .extracting(Answer::text)
                .containsExactly("02/29/2024", "5551234567|us", "r|b", "6f1c-9|cv.pdf");
    }

    @ParameterizedTest
    @CsvSource({"BILLING_ADDRESS", "SHIPPING_ADDRESS"})
    void anAddressTravelsAsSixPairs(String type) {
        var address = new Address("1 Main St", "", "Springfield", "IL", "62701", "US");
        var sent = fill(ADA.withAnswer(Answer.of("Home", address)), List.of(field("Home", type, true)))
                .answers()
                .questions();
        assertThat(sent)
                .containsExactly(
                        new Answer("Home 1", "1 Main St"),
                        new Answer("Home 2", ""),
                        new Answer("Home City", "Springfield"),
                        new Answer("Home State", "IL"),
                        new Answer("Home Zip Code", "62701"),
                        new Answer("Home Country", "US"));
    }

    @Test
    void aPartOfAnAddressHoldsNoBar() {
        assertThatThrownBy(() -> new Address("1|2", "", "", "", "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1|2");
    }

    private static final NestedQuestion PARENT =
            new NestedQuestion(1, field("Colours", "MULTIPLE_CHOICE", true), 0, "");
    private static final NestedQuestion CHILD = new NestedQuestion(2, field("Which red?", "DROPDOWN", true), 1, "k1");
    private static final NestedQuestion GRANDCHILD = new NestedQuestion(3, field("Why?", "TEXT", true), 2, "");

    @Test
    void aNestedQuestionIsAnsweredByItsIdWhenTheParentsOptionRevealsIt() {
        var draft = ADA.withAnswer(Answer.choices("Colours", "Blue", "Red"))
                .withAnswer("Which red?", "Green")
                .withAnswer("Why?", "warm");
        // Children may be listed before their parents.
        assertThat(fill(draft, List.of(), GRANDCHILD, CHILD, PARENT).nested())
                .extracting(
                        nested -> nested.questionId() + " " + nested.answer().text())
                .containsExactly("1 b|r", "2 g", "3 warm");
    }

    @Test
    void aMandatoryNestedQuestionCountsOnlyWhenItIsRevealed() {
        assertThat(fill(ADA.withAnswer("Colours", "Blue"), List.of(), PARENT, CHILD, GRANDCHILD)
                        .nested())
                .hasSize(1);
        assertThat(problem(ADA.withAnswer("Colours", "Red"), List.of(), PARENT, CHILD, GRANDCHILD))
                .isEqualTo(new AnswerProblem("", "Which red?", Reason.MISSING, List.of()));
    }

    @Test
    void anAnswerToAQuestionThatIsNotRevealedIsAnErrorUnlessItIsOptional() {
        var blue = ADA.withAnswer("Colours", "Blue");
        assertThat(problem(blue.withAnswer("Why?", "warm"), List.of(), PARENT, CHILD, GRANDCHILD))
                .isEqualTo(new AnswerProblem("", "Why?", Reason.NOT_REVEALED, List.of()));
        assertThat(fill(blue.withOptionalAnswer("Why?", "warm"), List.of(), PARENT, CHILD, GRANDCHILD)
                        .nested())
                .hasSize(1);
    }

    @Test
    void oneLabelMayStandUnderSeveralOptions() {
        var size = field("Size", "TEXT", true);
        var underRed = new NestedQuestion(4, size, 1, "k1");
        var underBlue = new NestedQuestion(5, size, 1, "k3");
        var draft = ADA.withAnswer("Colours", "Blue").withAnswer("Size", "M");
        assertThat(fill(draft, List.of(), PARENT, underRed, underBlue).nested())
                .extracting(nested -> nested.questionId())
                .containsExactly(1L, 5L);
    }

    @Test
    void questionsThatDependOnEachOtherInACircleAreNeverAsked() {
        var one = new NestedQuestion(1, field("One", "TEXT", true), 2, "");
        var two = new NestedQuestion(2, field("Two", "TEXT", true), 1, "");
        assertThat(fill(ADA, List.of(), one, two).nested()).isEmpty();
    }
}
