package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.policy.GuardPolicy.Share;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.record.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields on their way back to the member, and what a mapping says of itself. */
class WayBackTest {
    private static final FieldMapper DIET = Fields.answer("Dietary needs", "dietary", Direction.BOTH);
    private static final Mapping MAPPING = Mapping.of("ours")
            .with(Fields.name(Direction.BOTH))
            .with(Fields.email(Direction.BOTH))
            .with(DIET)
            .build();

    private static Registration eating(String diet) {
        return People.after(People.blank(), answered(diet));
    }

    private static RegistrationDraft answered(String diet) {
        RegistrationDraft draft = RegistrationDraft.empty();
        DIET.toRight(Value.of(diet), draft);
        return draft;
    }

    @Test
    void anAnswerIsWrittenToTheMembersOwnField() {
        MemberDraft draft = MemberDraft.empty();

        MAPPING.toLeft(DIET.name(), eating("vegan"), draft);

        assertThat(draft.values()).isEqualTo(Map.of("dietary", "vegan"));
    }

    @Test
    void theMembersOwnFieldIsWhatAnAnswerSays() {
        Member member = new Member(
                "u1",
                Value.absent(),
                Value.absent(),
                Value.absent(),
                Value.absent(),
                Map.of("dietary", Value.of("vegan")));

        assertThat(DIET.left(member)).isEqualTo(Value.of("vegan"));
    }

    @Test
    void anAnswerThatIsComputedCannotBeWrittenBackAndSaysSo() {
        FieldMapper computed = Fields.answer("Age group", member -> Value.of("adult"));

        assertThatThrownBy(() -> computed.toLeft(Value.of("junior"), MemberDraft.empty()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("\"Age group\"")
                .hasMessageNotContaining("junior");
    }

    @Test
    void anUnseenAnswerWritesNothing() {
        MemberDraft draft = MemberDraft.empty();

        MAPPING.toLeft(DIET.name(), People.unseen(), draft);

        assertThat(draft.values()).isEmpty();
    }

    @Test
    void aFieldNobodyMapsIsNamedWithTheMapping() {
        assertThatThrownBy(() -> MAPPING.toLeft("plan", People.blank(), MemberDraft.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ours")
                .hasMessageContaining("plan");
        assertThat(MAPPING.id()).isEqualTo("ours");
    }

    @Test
    void aFieldSaysWhatOfTheMemberItReads() {
        assertThat(Fields.name().leftReads()).containsExactly(MemberDraft.FULL_NAME);
        assertThat(DIET.leftReads()).containsExactly("dietary");
        assertThat(Fields.answer("Diet", member -> Value.empty()).leftReads()).containsExactly("answer:Diet");
        assertThat(DIET.direction()).isEqualTo(Direction.BOTH);
    }

    @Test
    void onlyWhatFlowsToTheTicketIsNeededToMakeOne() {
        assertThat(Fields.name(Direction.RIGHT_TO_LEFT).requiredToCreate()).isFalse();
        assertThat(Fields.email(Direction.RIGHT_TO_LEFT).requiredToCreate()).isFalse();
        assertThat(Fields.name(Direction.BOTH).requiredToCreate()).isTrue();
    }

    @Test
    void anAnswerToAQuestionThatIsNotAskedIsFound() {
        assertThat(Fields.isAsked(DIET, List.of("Dietary needs"))).isTrue();
        assertThat(Fields.isAsked(DIET, List.of("Company"))).isFalse();
        assertThat(Fields.isAsked(Fields.name(), List.of())).isTrue();
    }

    @Test
    void theTicketTypeOfTheMemberIsWritten() {
        TicketTypes types =
                TicketTypes.of(Map.of("*", "VIP"), List.of(new TicketTypeInfo("7", "VIP", BigDecimal.ZERO, 9)));
        RegistrationDraft draft = RegistrationDraft.empty();

        Fields.ticketType(types).toRight(Value.of("7"), draft);

        assertThat(draft.ticketType()).contains("7");
    }

    @Test
    void theEdgesOfPoliciesAreAllowed() {
        assertThat(new Share(0, 0).floor()).isZero();
        assertThat(new Share(100, 1).percent()).isEqualTo(100);
        assertThat(new FencePolicy(1, Duration.ofNanos(1)).alternations()).isEqualTo(1);
        assertThat(new FencePolicy(60, Duration.ofDays(1)).alternations()).isEqualTo(60);
    }
}
