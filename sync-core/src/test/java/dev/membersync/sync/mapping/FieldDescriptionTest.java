package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.record.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What fields say about themselves, and the words of configurations. */
class FieldDescriptionTest {
    private record Plain(Set<String> leftReads, Set<String> rightReads) implements FieldMapper {
        @Override
        public String name() {
            return "plain";
        }

        @Override
        public Value left(Member member) {
            return member.status();
        }

        @Override
        public Value right(Registration registration) {
            return registration.email();
        }

        @Override
        public void toRight(Value value, RegistrationDraft draft) {}
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of(
                        Fields.name(),
                        "member.fullName",
                        "registration.firstName, registration.lastName",
                        "normal form C, one blank for white space; case counts"),
                Arguments.of(Fields.email(), "member.email", "registration.email", "lower case, trimmed"),
                Arguments.of(Fields.status("S"), "member.status", "answer(S)", "one blank for white space"),
                Arguments.of(Fields.memberId("I"), "member.userId", "answer(I)", "one blank for white space"),
                Arguments.of(Fields.answer("A", Member::email), "computed", "answer(A)", "one blank for white space"),
                Arguments.of(
                        Fields.answer("A", "diet", Direction.BOTH),
                        "member.field(diet)",
                        "answer(A)",
                        "one blank for white space"),
                Arguments.of(
                        Fields.from("answer(A)").to("member.planId").when("registration.email", "x", "y"),
                        "member.planId",
                        "answer(A) where registration.email is x or y",
                        "one blank for white space"),
                Arguments.of(
                        new Plain(Set.of("b", "a"), Set.of("right")),
                        "member.a, member.b",
                        "registration.right",
                        "as its mapper says"),
                Arguments.of(new Plain(Set.of(), Set.of("answer:L")), "computed", "answer(L)", "as its mapper says"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldSaysItsPlacesAndHowItIsCompared(FieldMapper field, String left, String right, String compared) {
        assertThat(field.describe()).isEqualTo(FieldDescription.of(left, right, compared));
    }

    @Test
    void tablesAreShownWithTheirRows() {
        Map<String, String> rows = Map.of("gold", "VIP");
        TicketTypes types = TicketTypes.of(rows, List.of(new TicketTypeInfo("1", "VIP", BigDecimal.ZERO, 1)));

        FieldDescription type = Fields.ticketType(types).describe();

        assertThat(type)
                .isEqualTo(new FieldDescription(
                        "member.planId, else member.status", "registration.ticketType", "the id of the type", rows));
        assertThat(Fields.from("member.planId")
                        .to("answer(P)")
                        .table(rows)
                        .describe()
                        .table())
                .isEqualTo(rows);
    }

    @Test
    void onlyAnswersHaveAFormField() {
        assertThat(Fields.name().formField()).isEmpty();
        assertThat(Fields.status("S").formField()).contains("S");
        assertThat(new Plain(Set.of(), Set.of("answer:L")).formField()).contains("L");
        assertThat(Fields.from("registration.email").to("member.field(x)").formField())
                .isEmpty();
    }

    @Test
    void directionsAndStrengthsHaveTheirWords() {
        assertThat(Arrays.stream(Direction.values()).map(Direction::word))
                .containsExactly("toAccelevents", "toMember", "both");
        assertThat(Arrays.stream(Strength.values()).map(Strength::word))
                .containsExactly("enforce", "onChange", "ifEmpty", "onCreate");
    }
}
