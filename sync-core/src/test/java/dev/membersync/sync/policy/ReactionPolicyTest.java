package dev.membersync.sync.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReactionPolicyTest {
    @Test
    void oneRowIsReplacedAndTheOthersStay() {
        ReactionPolicy other = ReactionPolicy.standard().with(Situation.RIGHT_GONE, Reaction.REVIEW);

        assertThat(other.react(Situation.RIGHT_GONE)).isEqualTo(Reaction.REVIEW);
        assertThat(other.react(Situation.UNMATCHED)).isEqualTo(Reaction.CREATE);
        assertThat(ReactionPolicy.standard().react(Situation.RIGHT_GONE)).isEqualTo(Reaction.SKIP);
    }

    @Test
    void nothingIsBookedAsPaidByDefault() {
        assertThat(PaidTickets.REVIEW.paymentType()).isEmpty();
        assertThat(PaidTickets.CASH.paymentType()).contains("CASH");
    }
}
