package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How places are spelled, and what mappers that touch the same place call it. */
class FieldPathTest {
    @ParameterizedTest
    @CsvSource({
        "member.userId, userId, true, false, false",
        "member.fullName, fullName, true, false, false",
        "member.firstName, fullName, true, false, false",
        "member.lastName, fullName, true, false, false",
        "member.email, email, true, false, false",
        "member.status, status, true, false, true",
        "member.planId, planId, true, true, true",
        "member.field(shirt size), shirt size, true, true, false",
        "registration.firstName, name, false, false, false",
        "registration.lastName, name, false, false, false",
        "registration.email, email, false, false, false",
        "answer(Shirt size), answer:Shirt size, false, true, false"
    })
    void aPathHasOneSpellingASideANameAndWhatMayBeDoneWithIt(
            String text, String shared, boolean member, boolean writable, boolean vocabulary) {
        FieldPath path = FieldPath.parse(" " + text + " ");

        assertThat(path).hasToString(text);
        assertThat(path.sharedName()).isEqualTo(shared);
        assertThat(path.isOfMember()).isEqualTo(member);
        assertThat(path.isWritable()).isEqualTo(writable);
        assertThat(path.isVocabulary()).isEqualTo(vocabulary);
    }

    @Test
    void blanksAroundANameAndTheLongSpellingOfAStandardFieldDoNotCount() {
        assertThat(FieldPath.parse("answer( Shirt size )")).isEqualTo(FieldPath.ofAnswer("Shirt size"));
        assertThat(FieldPath.parse("member.field(email)")).isEqualTo(FieldPath.parse("member.email"));
        assertThat(FieldPath.parse("answer(a)")).hasSameHashCodeAs(FieldPath.parse("answer(a)"));
        assertThat(FieldPath.parse("answer(a)"))
                .isNotEqualTo(FieldPath.parse("answer(b)"))
                .isNotEqualTo(FieldPath.ofMember("a"))
                .isNotEqualTo("answer(a)");
        assertThat(FieldPath.ofMember("a").hashCode())
                .isNotEqualTo(FieldPath.ofMember("b").hashCode());
    }

    @Test
    void aLabelMayHoldBrackets() {
        assertThat(FieldPath.parse("answer(Size (EU))").label()).contains("Size (EU)");
        assertThat(FieldPath.parse("member.field(x)").label()).isEmpty();
        assertThat(FieldPath.ofMember("field(KEY)")).hasToString("member.field(field(KEY))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "answer()", "answer( )", "member", "member.field", "answer(x", "member.field(KEY", "name"})
    void whatIsNoPathIsRefused(String text) {
        assertThatThrownBy(() -> FieldPath.parse(text)).isInstanceOf(MappingException.class);
    }

    @Test
    void aPlaceIsReadOnItsOwnSideOnly() {
        assertThatThrownBy(() -> FieldPath.parse("answer(a)").read(Samples.member()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FieldPath.parse("member.email").read(Samples.registration()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFormsAreToldInOrder() {
        assertThat(FieldPath.forms())
                .startsWith("member.userId", "member.fullName")
                .containsSubsequence(List.of("member.field(KEY)", "registration.firstName", "answer(LABEL)"));
    }
}
