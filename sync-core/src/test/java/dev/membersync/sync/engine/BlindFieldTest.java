package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Side;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.policy.ConflictPolicy;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields that no read may show once they are written, and fields that are watched. */
class BlindFieldTest {
    private static final String FIELD = "f";
    private static final Mark OLD = Mark.of(1);
    private static final Mark NEW = Mark.of(2);

    @Test
    void whatWasNeverSentIsSent() {
        assertThat(blind(Strength.ON_CHANGE, Map.of(), NEW)).isEqualTo(Verdict.TO_LEFT);
        assertThat(blind(Strength.IF_EMPTY, Map.of(), NEW)).isEqualTo(Verdict.TO_LEFT);
    }

    @Test
    void whatWasSentIsWhatIsKnown() {
        Map<String, Base> sent = Map.of(FIELD, Base.sent(OLD, Base.Written.LEFT));

        assertThat(blind(Strength.ON_CHANGE, sent, OLD)).isEqualTo(Verdict.NOTHING);
        assertThat(blind(Strength.ON_CHANGE, sent, NEW)).isEqualTo(Verdict.TO_LEFT);
        assertThat(blind(Strength.IF_EMPTY, sent, NEW)).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void whatIsAbsentClearsNothing() {
        Map<String, Base> sent = Map.of(FIELD, Base.sent(OLD, Base.Written.LEFT));

        assertThat(blind(Strength.ON_CHANGE, sent, Mark.ABSENT)).isEqualTo(Verdict.NOTHING);
        assertThat(blind(Strength.ON_CHANGE, Map.of(), Mark.EMPTY)).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void aWatchedFieldMovesItsBaseAndIsNeverWritten() {
        FieldRule rule = new FieldRule(
                FIELD, Direction.RIGHT_TO_LEFT, Strength.ON_CHANGE, ConflictPolicy.rightWins(), false, true);
        Map<String, Base> agreed = Map.of(FIELD, Base.agreed(Mark.UNSEEN, OLD));

        assertThat(merge(rule, agreed, NEW)).isEqualTo(Verdict.REBASE);
        assertThat(merge(rule, agreed, OLD)).isEqualTo(Verdict.NOTHING);
        assertThat(merge(rule, agreed, Mark.UNSEEN)).isEqualTo(Verdict.NOTHING);
        assertThat(merge(rule, Map.of(), NEW)).isEqualTo(Verdict.REBASE);
    }

    private static Verdict blind(Strength strength, Map<String, Base> base, Mark right) {
        return merge(
                new FieldRule(FIELD, Direction.RIGHT_TO_LEFT, strength, ConflictPolicy.rightWins(), true, false),
                base,
                right);
    }

    private static Verdict merge(FieldRule rule, Map<String, Base> base, Mark right) {
        return FieldMerge.merge(
                rule, new Pair(LinkStanding.LIVE, Side.present(Map.of()), Side.present(Map.of(FIELD, right)), base));
    }
}
