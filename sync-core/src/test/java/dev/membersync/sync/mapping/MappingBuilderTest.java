package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mapping must be before it is used, and when its digest changes. */
final class MappingBuilderTest {
    private static final Rule PLAIN = new Rule("x", Direction.LEFT_TO_RIGHT, Strength.ON_CHANGE, 1, true);

    @Test
    void twoFieldsOfOneNameAreRefused() {
        refused("two fields named \"x\"", PLAIN, PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b"})
    void aFieldWithoutAProperNameIsRefused(String name) {
        refused("without a proper name", new Rule(name, Direction.LEFT_TO_RIGHT, Strength.ON_CHANGE, 1, true));
    }

    @Test
    void enforcingBothDirectionsIsRefused() {
        refused("enforces the field \"x\" in both", new Rule("x", Direction.BOTH, Strength.ENFORCE, 1, true));
    }

    @Test
    void aMappingThatRegistersNobodyInParticularIsRefused() {
        refused(
                "does not say who the registered person is",
                new Rule("x", Direction.LEFT_TO_RIGHT, Strength.ON_CHANGE, 1, false));
    }

    @Test
    void aMappingToTheMemberOnlyRegistersNobodyAndNeedsNoPerson() {
        Rule toLeft = new Rule("x", Direction.RIGHT_TO_LEFT, Strength.IF_EMPTY, 1, false);
        assertThat(Mapping.of("m").with(toLeft).build().fields()).containsExactly(toLeft);
    }

    @Test
    void aRequiredFieldThatDoesNotFlowToTheRegistrationIsRefused() {
        refused("flows to the member only", new Rule("x", Direction.RIGHT_TO_LEFT, Strength.ON_CHANGE, 1, true));
    }

    @Test
    void aFieldThatFlowsToTheMemberAndCannotBeWrittenThereIsRefused() {
        refused("its mapper cannot write it there", new Mute());
    }

    @Test
    void aMappingWithoutAnIdIsRefused() {
        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> Mapping.of(" "));
    }

    @Test
    void theDigestChangesWithNameRevisionDirectionAndStrength() {
        assertThat(digest(PLAIN))
                .isEqualTo(digest(new Rule("x", Direction.LEFT_TO_RIGHT, Strength.ON_CHANGE, 1, true)))
                .isNotEqualTo(digest(new Rule("y", Direction.LEFT_TO_RIGHT, Strength.ON_CHANGE, 1, true)))
                .isNotEqualTo(digest(new Rule("x", Direction.LEFT_TO_RIGHT, Strength.ON_CHANGE, 2, true)))
                .isNotEqualTo(digest(new Rule("x", Direction.BOTH, Strength.ON_CHANGE, 1, true)))
                .isNotEqualTo(digest(new Rule("x", Direction.LEFT_TO_RIGHT, Strength.ENFORCE, 1, true)));
    }

    private static void refused(String message, FieldMapper... fields) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Mapping.of("m").with(fields).build())
                .withMessageStartingWith("the mapping m ")
                .withMessageContaining(message);
    }

    private static String digest(FieldMapper field) {
        return Mapping.of("m").with(field).build().digest();
    }

    /** A field that is all rule and no value. */
    private record Rule(String name, Direction direction, Strength strength, int revision, boolean requiredToCreate)
            implements FieldMapper {
        @Override
        public Value left(Member member) {
            return Value.absent();
        }

        @Override
        public Value right(Registration registration) {
            return Value.absent();
        }

        @Override
        public void toRight(Value value, RegistrationDraft draft) {
            draft.answer(name, value.text().orElse(""));
        }

        @Override
        public void toLeft(Value value, MemberDraft draft) {
            draft.field(name, value.text().orElse(""));
        }
    }

    /** Says that it flows both ways, and has no way to write a member. */
    private record Mute() implements FieldMapper {
        @Override
        public String name() {
            return "mute";
        }

        @Override
        public Value left(Member member) {
            return member.planId();
        }

        @Override
        public Value right(Registration registration) {
            return registration.answer("Plan");
        }

        @Override
        public void toRight(Value value, RegistrationDraft draft) {
            draft.answer("Plan", value.text().orElse(""));
        }

        @Override
        public Direction direction() {
            return Direction.BOTH;
        }
    }
}
