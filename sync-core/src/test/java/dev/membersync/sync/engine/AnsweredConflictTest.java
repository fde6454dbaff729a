package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.policy.ConflictPolicy;
import dev.membersync.sync.policy.ConflictPolicy.Resolution;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The merge of a field about which a person decided. */
class AnsweredConflictTest {
    private static Verdict merge(Direction direction, Resolution answer) {
        FieldRule rule = new FieldRule(Cases.FIELD, direction, Strength.ON_CHANGE, ConflictPolicy.review());
        Map<String, Base> base = Map.of(Cases.FIELD, Base.agreed(Mark.of('A'), Mark.of('A')));
        return FieldMerge.merge(
                rule,
                new Pair(
                        LinkStanding.LIVE,
                        Cases.side("B"),
                        Cases.side("C"),
                        base,
                        false,
                        Instant.EPOCH,
                        Map.of(Cases.FIELD, answer)));
    }

    @ParameterizedTest
    @CsvSource({"LEFT, TO_RIGHT", "RIGHT, TO_LEFT"})
    void theSideThatAPersonChoseIsWrittenToTheOther(Resolution answer, Verdict verdict) {
        assertThat(merge(Direction.BOTH, answer)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"LEFT_TO_RIGHT, RIGHT", "RIGHT_TO_LEFT, LEFT"})
    void whatCannotFlowFromTheChosenSideIsLeftAsItIs(Direction direction, Resolution answer) {
        assertThat(merge(direction, answer)).isEqualTo(Verdict.REBASE);
    }
}
