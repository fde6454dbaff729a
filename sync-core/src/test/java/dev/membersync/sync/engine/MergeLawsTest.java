package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Side;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every case of the merge, whatever the tables say. */
class MergeLawsTest {
    @Test
    void afterWriteAndRebaseThePairIsCleanAndNothingIsLeftToDo() {
        assertThat(Cases.all().stream().filter(c -> !atRest(Cases.merge(c), c)).map(Object::toString))
                .isEmpty();
    }

    @Test
    void aWriteThatIsNotShownYetIsNotRepeated() {
        assertThat(Cases.all().stream()
                        .filter(c -> c.right().equals("U") && Cases.merge(c) == Verdict.TO_RIGHT)
                        .map(c -> Cases.merge(Cases.with(c, c.left(), "U", c.left() + c.left(), true))))
                .isNotEmpty()
                .containsOnly(Verdict.NOTHING);
    }

    @Test
    void f11APeerThatSpellsOurValueItsOwnWayCostsOneWrite() {
        assertThat(Cases.all().stream()
                        .filter(c -> c.flow().equals(">") && Cases.merge(c) == Verdict.TO_RIGHT)
                        .flatMap(c -> Stream.of(
                                Cases.merge(Cases.with(c, c.left(), "C", c.left() + c.left(), true)),
                                Cases.merge(Cases.with(c, c.left(), "C", c.left() + "C", false)))))
                .isNotEmpty()
                .containsOnly(Verdict.REBASE, Verdict.NOTHING);
    }

    @Test
    void oneDetailReadIsEnough() {
        assertThat(Cases.all().stream()
                        .filter(c -> Cases.merge(c) == Verdict.LOOK)
                        .flatMap(c -> Cases.LETTERS.stream()
                                .filter(shown -> !shown.equals("U"))
                                .map(shown -> c.left().equals("U")
                                        ? Cases.with(c, shown, c.right(), c.base(), c.sent())
                                        : Cases.with(c, c.left(), shown, c.base(), c.sent())))
                        .map(Cases::merge))
                .isNotEmpty()
                .doesNotContain(Verdict.LOOK);
    }

    @Test
    void exchangingTheSidesMirrorsTheVerdict() {
        assertThat(Cases.all().stream()
                        .filter(c -> Cases.merge(mirror(c)) != mirror(Cases.merge(c)))
                        .map(Object::toString))
                .isEmpty();
    }

    @Test
    void anAbsentValueIsNeverWritten() { // F-22
        assertThat(Cases.all().stream()
                        .filter(c -> (c.left().equals("-") && Cases.merge(c) == Verdict.TO_RIGHT)
                                || (c.right().equals("-") && Cases.merge(c) == Verdict.TO_LEFT)))
                .isEmpty();
    }

    @Test
    void firstContactNeverClears() {
        assertThat(Cases.all().stream()
                        .filter(c -> c.base().isEmpty())
                        .filter(c -> (c.left().equals("0") && Cases.merge(c) == Verdict.TO_RIGHT)
                                || (c.right().equals("0") && Cases.merge(c) == Verdict.TO_LEFT)))
                .isEmpty();
    }

    @Test
    void nothingFlowsAgainstItsDirection() {
        assertThat(Cases.all().stream()
                        .filter(c -> (c.flow().equals(">") && Cases.merge(c) == Verdict.TO_LEFT)
                                || (c.flow().equals("<") && Cases.merge(c) == Verdict.TO_RIGHT)))
                .isEmpty();
    }

    @Test
    void twoFieldsAreDecidedAsEachAlone() {
        List<Oracle.Case> all = Cases.all();
        Random random = new Random(20_260_301);
        for (int i = 0; i < 50_000; i++) {
            Oracle.Case one = all.get(random.nextInt(all.size()));
            Oracle.Case other = all.get(random.nextInt(all.size()));
            Decision both = together(one, other);
            if (!both.fields().isEmpty()) {
                assertThat(both.fields()).isEqualTo(Map.of("one", Cases.merge(one), "other", Cases.merge(other)));
            } else {
                assertThat(List.of(Cases.merge(one), Cases.merge(other))).containsOnly(Verdict.NOTHING);
            }
        }
    }

    @Test
    void theOrderOfTwoFieldsDoesNotMatter() {
        List<Oracle.Case> all = Cases.all();
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            Oracle.Case one = all.get(random.nextInt(all.size()));
            Oracle.Case other = all.get(random.nextInt(all.size()));
            assertThat(together(other, one).situation())
                    .isEqualTo(together(one, other).situation());
        }
    }

    @Test
    void editsOfDifferentFieldsOnBothSidesAreMergeable() {
        Oracle.Case left = new Oracle.Case("B", "A", "AA", false, "=", "change", "review");
        Oracle.Case right = new Oracle.Case("A", "B", "AA", false, "=", "change", "review");

        assertThat(together(left, right))
                .isEqualTo(new Decision(
                        Situation.MERGEABLE,
                        ReactionPolicy.standard().react(Situation.MERGEABLE),
                        Map.of("one", Verdict.TO_RIGHT, "other", Verdict.TO_LEFT)));
    }

    @Test
    void f14TheSameEditOnBothSidesMovesTheBaseAndWritesNothing() {
        assertThat(Cases.merge(new Oracle.Case("B", "B", "AA", false, "=", "change", "review")))
                .isEqualTo(Verdict.REBASE);
    }

    @Test
    void aBaseThatHoldsAnUnseenMarkIsStillDecided() {
        Map<String, Base> odd = Map.of(Cases.FIELD, new Base(Mark.UNSEEN, Mark.UNSEEN, true));
        for (Oracle.Case rule : Cases.rules()) {
            Decide decide = new Decide(List.of(Cases.rule(rule)), ReactionPolicy.standard());
            for (String left : Cases.LETTERS) {
                for (String right : Cases.LETTERS) {
                    assertThatCode(() -> decide.linked(
                                    new Pair(LinkStanding.LIVE, Cases.side(left), Cases.side(right), odd)))
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    private static boolean atRest(Verdict verdict, Oracle.Case c) {
        return switch (verdict) {
            case TO_RIGHT -> clean(Cases.with(c, c.left(), c.left(), c.left() + c.left(), false));
            case TO_LEFT -> clean(Cases.with(c, c.right(), c.right(), c.right() + c.right(), false));
            case REBASE -> clean(Cases.with(c, c.left(), c.right(), c.left() + c.right(), false));
            case NOTHING, LOOK, REVIEW -> true;
        };
    }

    private static boolean clean(Oracle.Case c) {
        Pair pair = new Pair(LinkStanding.LIVE, Cases.side(c.left()), Cases.side(c.right()), Cases.base(c));
        return Cases.merge(c) == Verdict.NOTHING
                && new Decide(List.of(Cases.rule(c)), ReactionPolicy.standard())
                                .linked(pair)
                                .situation()
                        == Situation.CLEAN;
    }

    private static Decision together(Oracle.Case one, Oracle.Case other) {
        Map<String, Base> base = new HashMap<>();
        Cases.base(one).forEach((field, pair) -> base.put("one", pair));
        Cases.base(other).forEach((field, pair) -> base.put("other", pair));
        Side left = Side.present(Map.of("one", Cases.mark(one.left()), "other", Cases.mark(other.left())));
        Side right = Side.present(Map.of("one", Cases.mark(one.right()), "other", Cases.mark(other.right())));
        return new Decide(List.of(Cases.rule("one", one), Cases.rule("other", other)), ReactionPolicy.standard())
                .linked(new Pair(LinkStanding.LIVE, left, right, base));
    }

    private static Oracle.Case mirror(Oracle.Case c) {
        return new Oracle.Case(
                /* left= */ c.right(),
                /* right= */ c.left(),
                new StringBuilder(c.base()).reverse().toString(),
                c.sent(),
                c.flow().equals("=") ? "=" : c.flow().equals(">") ? "<" : ">",
                c.strength(),
                c.winner().equals("review") ? "review" : c.winner().equals("left") ? "right" : "left");
    }

    private static Verdict mirror(Verdict verdict) {
        return switch (verdict) {
            case TO_RIGHT -> Verdict.TO_LEFT;
            case TO_LEFT -> Verdict.TO_RIGHT;
            case NOTHING, REBASE, LOOK, REVIEW -> verdict;
        };
    }
}
