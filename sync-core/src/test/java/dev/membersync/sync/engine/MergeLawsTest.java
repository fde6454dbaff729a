package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Side;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.policy.ConflictPolicy;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                        .map(c -> Cases.merge(Cases.with(c, c.left(), "U", c.left() + c.left(), Cases.SENT_RIGHT))))
                .isNotEmpty()
                .containsOnly(Verdict.NOTHING);
    }

    @Test
    void f11APeerThatSpellsOurValueItsOwnWayCostsOneWrite() {
        assertThat(Cases.all().stream()
                        .filter(c -> c.flow().equals(">") && Cases.merge(c) == Verdict.TO_RIGHT)
                        .flatMap(c -> Stream.of(
                                Cases.merge(Cases.with(c, c.left(), "C", c.left() + c.left(), Cases.SENT_RIGHT)),
                                Cases.merge(Cases.with(c, c.left(), "C", c.left() + "C", Cases.KNOWN_BASE)))))
                .isNotEmpty()
                .containsOnly(Verdict.REBASE, Verdict.NOTHING);
    }

    @Test
    void aWriteThatIsShownAsItWasSentIsAgreedWithoutAnother() {
        assertThat(Cases.all().stream()
                        .flatMap(c -> switch (Cases.merge(c)) {
                            case TO_RIGHT -> Stream.of(written(c, c.left(), Cases.SENT_RIGHT));
                            case TO_LEFT -> Stream.of(written(c, c.right(), Cases.SENT_LEFT));
                            default -> Stream.<Oracle.Case>empty();
                        })
                        .map(Cases::merge))
                .isNotEmpty()
                .containsOnly(Verdict.REBASE);
    }

    private static Oracle.Case written(Oracle.Case c, String value, String to) {
        return Cases.with(c, value, value, value + value, to);
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
    void f11ASideThatWasWrittenAndShowsItsOwnSpellingIsNotWrittenAgain() {
        assertThat(Cases.all().stream()
                        .filter(c -> c.flow().equals("=") && Cases.merge(c) == Verdict.TO_LEFT)
                        .flatMap(c -> Stream.of(
                                Cases.merge(Cases.with(c, "C", c.right(), c.right() + c.right(), Cases.SENT_LEFT)),
                                Cases.merge(Cases.with(c, "C", c.right(), "C" + c.right(), Cases.KNOWN_BASE)))))
                .isNotEmpty()
                .containsOnly(Verdict.REBASE, Verdict.NOTHING);
    }

    @Test
    void f61UnderAnotherMappingEqualValuesAgreeAndOthersAreMetAnew() {
        for (Oracle.Case c : Cases.all()) {
            boolean strange = !c.base().isEmpty()
                    && FieldMerge.leftChanged(Optional.of(Cases.pair(c)), Cases.mark(c.left()))
                    && FieldMerge.rightChanged(Optional.of(Cases.pair(c)), Cases.mark(c.right()));
            Pair pair = new Pair(
                    LinkStanding.LIVE, Cases.side(c.left()), Cases.side(c.right()), Cases.base(c), true, Instant.EPOCH);
            Verdict anew = Cases.merge(Cases.with(c, c.left(), c.right(), "", Cases.KNOWN_BASE));
            assertThat(FieldMerge.merge(Cases.rule(c), pair))
                    .as(c.toString())
                    .isEqualTo(strange ? anew : Cases.merge(c));
        }
    }

    @Test
    void f38TheNewestWinsOnlyByTimesThatBothSidesGive() {
        ConflictPolicy newest = ConflictPolicy.review().orNewest(Duration.ofMinutes(5));
        FieldRule rule = new FieldRule(Cases.FIELD, Direction.BOTH, Strength.ON_CHANGE, newest);
        Instant noon = Instant.parse("2030-01-01T12:00:00Z");

        assertThat(conflict(rule, Optional.of(noon.plusSeconds(301)), Optional.of(noon)))
                .isEqualTo(Verdict.TO_RIGHT);
        assertThat(conflict(rule, Optional.of(noon), Optional.of(noon.plusSeconds(301))))
                .isEqualTo(Verdict.TO_LEFT);
        assertThat(conflict(rule, Optional.of(noon.plusSeconds(300)), Optional.of(noon)))
                .isEqualTo(Verdict.REVIEW);
        assertThat(conflict(rule, Optional.of(noon.plusSeconds(301)), Optional.empty()))
                .isEqualTo(Verdict.REVIEW);
    }

    private static Verdict conflict(FieldRule rule, Optional<Instant> left, Optional<Instant> right) {
        Pair pair = new Pair(
                LinkStanding.LIVE,
                Side.present(Map.of(Cases.FIELD, Cases.mark("B")), left),
                Side.present(Map.of(Cases.FIELD, Cases.mark("C")), right),
                Map.of(Cases.FIELD, Base.agreed(Cases.mark("A"), Cases.mark("A"))));
        return FieldMerge.merge(rule, pair);
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
        Oracle.Case left = new Oracle.Case("B", "A", "AA", Cases.KNOWN_BASE, "=", "change", "review");
        Oracle.Case right = new Oracle.Case("A", "B", "AA", Cases.KNOWN_BASE, "=", "change", "review");

        assertThat(together(left, right))
                .isEqualTo(new Decision(
                        Situation.MERGEABLE,
                        ReactionPolicy.standard().react(Situation.MERGEABLE),
                        Map.of("one", Verdict.TO_RIGHT, "other", Verdict.TO_LEFT)));
    }

    @Test
    void f14TheSameEditOnBothSidesMovesTheBaseAndWritesNothing() {
        assertThat(Cases.merge(new Oracle.Case("B", "B", "AA", Cases.KNOWN_BASE, "=", "change", "review")))
                .isEqualTo(Verdict.REBASE);
    }

    @Test
    void aBaseThatHoldsAnUnseenMarkIsStillDecided() {
        Map<String, Base> odd = Map.of(Cases.FIELD, new Base(Mark.UNSEEN, Mark.UNSEEN, true));
        for (Oracle.Case rule : Cases.rules()) {
            Decide decide = Cases.decide(Cases.rule(rule));
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
            case TO_RIGHT -> clean(Cases.with(c, c.left(), c.left(), c.left() + c.left(), Cases.KNOWN_BASE));
            case TO_LEFT -> clean(Cases.with(c, c.right(), c.right(), c.right() + c.right(), Cases.KNOWN_BASE));
            case REBASE -> clean(Cases.with(c, c.left(), c.right(), c.left() + c.right(), Cases.KNOWN_BASE));
            case NOTHING, LOOK, REVIEW, FENCE -> true;
        };
    }

    private static boolean clean(Oracle.Case c) {
        Pair pair = new Pair(LinkStanding.LIVE, Cases.side(c.left()), Cases.side(c.right()), Cases.base(c));
        return Cases.merge(c) == Verdict.NOTHING
                && Cases.decide(Cases.rule(c)).linked(pair).situation() == Situation.CLEAN;
    }

    private static Decision together(Oracle.Case one, Oracle.Case other) {
        Map<String, Base> base = new HashMap<>();
        Cases.base(one).forEach((field, pair) -> base.put("one", pair));
        Cases.base(other).forEach((field, pair) -> base.put("other", pair));
        Side left = Side.present(Map.of("one", Cases.mark(one.left()), "other", Cases.mark(other.left())));
        Side right = Side.present(Map.of("one", Cases.mark(one.right()), "other", Cases.mark(other.right())));
        return Cases.decide(Cases.rule("one", one), Cases.rule("other", other))
                .linked(new Pair(LinkStanding.LIVE, left, right, base));
    }

    private static Oracle.Case mirror(Oracle.Case c) {
        return new Oracle.Case(
                /* left= */ c.right(),
                /* right= */ c.left(),
                new StringBuilder(c.base()).reverse().toString(),
                c.sent().isEmpty() ? "" : c.sent().equals(Cases.SENT_LEFT) ? Cases.SENT_RIGHT : Cases.SENT_LEFT,
                c.flow().equals("=") ? "=" : c.flow().equals(">") ? "<" : ">",
                c.strength(),
                c.winner().equals("review") ? "review" : c.winner().equals("left") ? "right" : "left");
    }

    private static Verdict mirror(Verdict verdict) {
        return switch (verdict) {
            case TO_RIGHT -> Verdict.TO_LEFT;
            case TO_LEFT -> Verdict.TO_RIGHT;
            case NOTHING, REBASE, LOOK, REVIEW, FENCE -> verdict;
        };
    }
}
