package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ready fields read, write and refuse. */
final class FieldsTest {
    private static final FieldMapper NAME = Fields.name();
    private static final FieldMapper EMAIL = Fields.email();
    private static final FieldMapper SHIRT = Fields.answer("Shirt", member -> member.field("shirt"));

    static List<Value> missing() {
        return List.of(Value.absent(), Value.empty(), Value.of(" \u00a0\t"));
    }

    @Test
    void aNameIsWrittenInTwoParts() {
        RegistrationDraft draft = RegistrationDraft.empty();
        NAME.toRight(NAME.left(People.member(" Vincent  van Gogh", "v@example.org")), draft);
        assertThat(draft.firstName()).contains("Vincent");
        assertThat(draft.lastName()).contains("van Gogh");
    }

    @Test
    void partsThatPeopleSplitOtherwiseAreTheSameName() {
        Value read = NAME.right(People.registration(Value.of("Vincent van"), Value.of("Gogh "), Value.absent()));
        assertThat(read.equals(Value.of("Vincent van Gogh"))).isTrue();
    }

    @Test
    void aDashAsLastNameIsDroppedOnReading() {
        Value read = NAME.right(People.registration(Value.of("Sukarno"), Value.of("-"), Value.absent()));
        assertThat(read.equals(Value.of("Sukarno"))).isTrue();
    }

    @Test
    void aHolderWithoutANameReadsAsAbsentOrEmpty() {
        assertThat(NAME.right(People.blank())).isEqualTo(Value.absent());
        assertThat(NAME.right(People.registration(Value.empty(), Value.absent(), Value.absent())))
                .isEqualTo(Value.empty());
    }

    @Test
    void halfANameIsNotAName() {
        assertThat(NAME.right(People.registration(Value.of("Anna"), Value.unseen(), Value.absent())))
                .isEqualTo(Value.unseen());
    }

    @Test
    void anAddressIsWrittenInItsOwnCaseAndComparedInNone() {
        Value written = EMAIL.left(People.member("Anna Berg", "\u200b Anna@Example.org "));
        assertThat(written.text()).contains("Anna@Example.org");
        assertThat(EMAIL.canonical(written).text()).contains("anna@example.org");
    }

    @ParameterizedTest
    @MethodSource("missing")
    void aMissingAddressIsHeld(Value email) {
        Held.because(Reason.MISSING, () -> EMAIL.left(People.reachedAt(email)));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void aMissingNameIsHeld(Value name) {
        Held.because(Reason.MISSING, () -> NAME.left(People.named(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@", "@example.org", "anna berg@example.org", "a@example.org;b@example.org"})
    void aTextThatIsNoAddressIsHeld(String text) {
        Held.because(Reason.MALFORMED, () -> EMAIL.left(People.reachedAt(Value.of(text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000@example.org", "a@exam\ud800ple.org"})
    void aBrokenAddressIsHeld(String text) {
        Held.because(Reason.INVALID_TEXT, () -> EMAIL.left(People.reachedAt(Value.of(text))));
    }

    @Test
    void anAddressOfSeventyFiveUnitsFitsAndALongerOneIsHeld() {
        String fits = "a".repeat(63) + "@example.org";
        assertThat(EMAIL.left(People.reachedAt(Value.of("  " + fits))).text()).contains(fits);
        Held.because(Reason.TOO_LONG, () -> EMAIL.left(People.reachedAt(Value.of("a" + fits))));
    }

    @Test
    void aHeldFieldNeverRepeatsTheValue() {
        assertThat(Mapping.of("m")
                        .with(NAME, EMAIL)
                        .build()
                        .left(People.member("secret -", "secret"))
                        .held()
                        .values())
                .hasSize(2)
                .allSatisfy(held -> assertThat(held).hasMessageNotContaining("secret"));
    }

    @Test
    void anAnswerIsSeenByADetailReadOnly() {
        assertThat(SHIRT.visibility()).isEqualTo(Visibility.DETAIL);
        assertThat(SHIRT.right(People.blank())).isEqualTo(Value.unseen());
    }

    @Test
    void anAnswerKeepsItsLinesAndIsComparedWithoutThem() {
        Value left = SHIRT.left(shirt(Value.of(" a\nb ")));
        assertThat(left.text()).contains("a\nb");
        assertThat(SHIRT.canonical(left).text()).contains("a b");
    }

    @Test
    void anEmptiedTextClearsTheAnswer() {
        RegistrationDraft draft = RegistrationDraft.empty();
        SHIRT.toRight(SHIRT.left(shirt(Value.of(" "))), draft);
        assertThat(draft.answers()).isEqualTo(Map.of("Shirt", ""));
    }

    @Test
    void aBrokenAnswerIsHeld() {
        Held.because(Reason.INVALID_TEXT, () -> SHIRT.left(shirt(Value.of("\u0001"))));
    }

    @Test
    void aFieldThatTheMemberDoesNotHaveIsAbsent() {
        assertThat(SHIRT.left(People.named(Value.absent()))).isEqualTo(Value.absent());
    }

    @Test
    void statusAndIdentityAreAnswers() {
        assertThat(Fields.status("Status")
                        .left(People.member("A B", "a@example.org"))
                        .text())
                .contains("active");
        assertThat(Fields.memberId("Member ID")
                        .left(People.member("A B", "a@example.org"))
                        .text())
                .contains("u1");
    }

    @Test
    void anotherLabelIsAnotherField() {
        assertThat(Fields.status("Status").name())
                .isNotEqualTo(Fields.status("Membership Status").name());
    }

    private static Member shirt(Value shirt) {
        return new Member("u1", Value.absent(), Value.absent(), Value.absent(), Value.absent(), Map.of("shirt", shirt));
    }
}
