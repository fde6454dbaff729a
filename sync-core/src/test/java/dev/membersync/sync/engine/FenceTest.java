package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Base.Written;
import dev.membersync.sync.store.Strife;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the decision stops a pair, over every case of one field. */
class FenceTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration WINDOW = FencePolicy.standard().within();

    @Test
    void aFieldIsFencedWhenItWouldBeWrittenAfterThreeRewritesAndNeverElse() {
        for (Oracle.Case c : Cases.all()) {
            for (int rewrites = 0; rewrites <= 4; rewrites++) {
                for (Written last : Written.values()) {
                    check(c, rewrites, last);
                }
            }
        }
    }

    private static void check(Oracle.Case c, int rewrites, Written last) {
        Verdict plain = Cases.merge(c);
        boolean writes = plain == Verdict.TO_LEFT || plain == Verdict.TO_RIGHT;
        boolean one = last != Written.NOBODY
                && moved(c, last)
                && !Cases.mark(c.left()).agrees(Cases.mark(c.right()));
        int seen = c.base().isEmpty() ? 0 : rewrites + (one ? 1 : 0);

        Decision decision =
                decide(c, new Strife(last, rewrites, NOON.minusSeconds(60)), NOON, ReactionPolicy.standard());

        boolean fenced = writes && seen >= 3;
        assertThat(decision.has(Verdict.FENCE))
                .as("%s after %d, last %s", c, rewrites, last)
                .isEqualTo(fenced);
        assertThat(decision.situation() == Situation.FENCED).isEqualTo(fenced);
    }

    private static boolean moved(Oracle.Case c, Written side) {
        if (c.base().isEmpty()) {
            return false;
        }
        String now = side == Written.LEFT ? c.left() : c.right();
        String before =
                side == Written.LEFT ? c.base().substring(0, 1) : c.base().substring(1);
        return !now.equals("U") && !Cases.mark(before).agrees(Cases.mark(now));
    }

    @Test
    void rewritesOutsideTheWindowAreForgotten() {
        Oracle.Case edit = new Oracle.Case("B", "A", "AA", Cases.KNOWN_BASE, "=", "change", "review");
        Strife old = new Strife(Written.LEFT, 9, NOON.minus(WINDOW).minusSeconds(1));

        Decision decision = decide(edit, old, NOON, ReactionPolicy.standard());

        assertThat(decision.fields()).containsEntry(Cases.FIELD, Verdict.TO_RIGHT);
        assertThat(decision.strife()).containsEntry(Cases.FIELD, new Strife(Written.NOBODY, 1, NOON));
    }

    @Test
    void theTableMayLetAQuarrelGoOn() {
        Oracle.Case edit = new Oracle.Case("B", "A", "AA", Cases.KNOWN_BASE, "=", "change", "review");
        Strife loud = new Strife(Written.LEFT, 9, NOON);

        Decision decision = decide(edit, loud, NOON, ReactionPolicy.standard().with(Situation.FENCED, Reaction.MERGE));

        assertThat(decision.has(Verdict.TO_RIGHT)).isTrue();
    }

    private static Decision decide(Oracle.Case c, Strife strife, Instant now, ReactionPolicy reactions) {
        Map<String, Base> base = c.base().isEmpty()
                ? Map.of()
                : Map.of(Cases.FIELD, Cases.pair(c).with(strife));
        Pair pair = new Pair(LinkStanding.LIVE, Cases.side(c.left()), Cases.side(c.right()), base, false, now);
        return new Decide(List.of(Cases.rule(c)), reactions, FencePolicy.standard()).linked(pair);
    }
}
