package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.policy.ConflictPolicy;
import dev.membersync.sync.policy.ConflictPolicy.Resolution;
import dev.membersync.sync.policy.FieldConflict;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapper says that states nothing but its values. */
class FieldDefaultsTest {
    private record Plain(Direction direction) implements FieldMapper {
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
            return registration.answer("Plain");
        }

        @Override
        public void toRight(Value value, RegistrationDraft draft) {
            draft.answer("Plain", value.text().orElse(""));
        }
    }

    @ParameterizedTest
    @CsvSource({"LEFT_TO_RIGHT, LEFT", "RIGHT_TO_LEFT, RIGHT", "BOTH, REVIEW"})
    void theSideThatAFieldFlowsFromWinsAndBothWaysAPersonDecides(Direction direction, Resolution winner) {
        ConflictPolicy policy = new Plain(direction).conflicts();

        assertThat(policy.resolve(new FieldConflict("plain", false, Optional.empty(), Optional.empty())))
                .isEqualTo(winner);
    }

    @Test
    void aFieldIsSeenInListsWrittenOnChangeAndNotNeededToRegister() {
        FieldMapper plain = new Plain(Direction.LEFT_TO_RIGHT);

        assertThat(plain.visibility()).isEqualTo(Visibility.LIST);
        assertThat(plain.strength()).isEqualTo(Strength.ON_CHANGE);
        assertThat(plain.requiredToCreate()).isFalse();
        assertThat(plain.revision()).isEqualTo(1);
    }

    @Test
    void aFieldReadsAndWritesOnBothSidesWhatItIsNamedAfter() {
        FieldMapper plain = new Plain(Direction.BOTH);

        assertThat(plain.leftReads()).containsExactly("plain");
        assertThat(plain.leftWrites()).containsExactly("plain");
        assertThat(plain.rightReads()).containsExactly("plain");
        assertThat(plain.rightWrites()).containsExactly("plain");
    }

    @Test
    void nobodyIsRegisteredWithoutNameAddressAndTicketType() {
        assertThat(Fields.name().requiredToCreate()).isTrue();
        assertThat(Fields.email().requiredToCreate()).isTrue();
        assertThat(Fields.ticketType(TicketTypes.of(Map.of(), List.of())).requiredToCreate())
                .isTrue();
        assertThat(Fields.answer("Any", Member::status).requiredToCreate()).isFalse();
    }
}
