package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Side;
import dev.membersync.sync.policy.Candidate;
import dev.membersync.sync.policy.Match;
import dev.membersync.sync.record.TicketRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every case of one field against tables written by hand. */
class DecideOracleTest {
    private static final TicketRef TICKET = new TicketRef("t1", null, null, null);
    private static final Candidate CANDIDATE = new Candidate(1, TICKET, false, true, 0);

    private final Oracle oracle = new Oracle();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyLinkedPairIsDecidedAsTheTablesSay() { // F-52
        Cases.all().forEach(c -> {
            for (LinkStanding link : LinkStanding.values()) {
                judge(link, "here", "here", c);
                judge(link, "gone", "here", c);
                judge(link, "here", "gone", c);
                judge(link, "gone", "gone", c);
                judge(link, "merged", "here", c);
                judge(link, "merged", "gone", c);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(oracle.pairs.unused()).as("rows that never answer").isEmpty();
    }

    @Test
    void everyFieldIsMergedAsTheTableSays() {
        Cases.all().forEach(c -> {
            String actual = Cases.merge(c).name();
            if (!actual.equals(oracle.verdict(c))) {
                wrong.add(c + " gives " + actual);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(oracle.merge.unused()).as("rows that never answer").isEmpty();
    }

    @Test
    void everyMemberWithoutALinkIsDecidedAsTheTablesSay() {
        Map<String, Match> matches = Map.of(
                "none", Match.none(),
                "unique", new Match.Unique(CANDIDATE, "tag"),
                "ambiguous", new Match.Ambiguous(List.of(CANDIDATE, CANDIDATE), "two"));
        Cases.rules()
                .forEach(rule -> matches.forEach((name, match) -> {
                    for (String left : Cases.LETTERS) {
                        for (boolean open : new boolean[] {true, false}) {
                            judge(rule, name, match, left, open);
                        }
                    }
                }));
        assertThat(wrong).isEmpty();
        assertThat(oracle.members.unused()).isEmpty();
        assertThat(oracle.creates.unused()).isEmpty();
    }

    private void judge(LinkStanding link, String leftHere, String rightHere, Oracle.Case c) {
        String situation = oracle.situation(link.name().toLowerCase(Locale.ROOT), leftHere, rightHere, c);
        String said = oracle.reactions.answer(List.of(situation));
        boolean alive = leftHere.equals("here") && rightHere.equals("here");
        String reaction = said.equals("REVIVE") && !alive ? "NOTHING" : said;
        boolean merges = reaction.equals("MERGE") || reaction.equals("REVIVE");
        String verdict = merges ? oracle.verdict(c) : situation.equals("FENCED") ? "NOTHING" : "-";
        String expected = situation + " " + reaction + " " + verdict;
        Pair pair = new Pair(
                link,
                leftHere.equals("gone")
                        ? Side.gone()
                        : leftHere.equals("merged") ? Side.merged() : Cases.side(c.left()),
                rightHere.equals("gone") ? Side.gone() : Cases.side(c.right()),
                Cases.base(c));
        compare(
                expected,
                Cases.decide(Cases.rule(c)).linked(pair),
                () -> link + " " + leftHere + " " + rightHere + " " + c);
    }

    private void judge(Oracle.Case rule, String name, Match match, String left, boolean open) {
        for (String here : List.of("here", "gone")) {
            String situation = oracle.members.answer(List.of(here, open ? "open" : "none", name));
            String reaction = oracle.reactions.answer(List.of(situation));
            String verdict = oracle.creates.answer(List.of(rule.flow(), Oracle.word(left)));
            String expected = situation + " " + reaction + " " + (reaction.equals("CREATE") ? verdict : "-");
            Side side = here.equals("gone") ? Side.gone() : Cases.side(left);
            compare(
                    expected,
                    Cases.decide(Cases.rule(rule)).unlinked(side, open, match),
                    () -> here + " " + left + " " + name + " " + open + " " + rule);
        }
    }

    private void compare(String expected, Decision decision, Supplier<String> what) {
        String verdict = decision.fields().isEmpty()
                ? "-"
                : decision.fields().get(Cases.FIELD).name();
        String actual = decision.situation() + " " + decision.reaction() + " " + verdict;
        if (!actual.equals(expected) && wrong.size() < 20) {
            wrong.add(what.get() + "\n  expected " + expected + "\n  but was  " + actual);
        }
    }
}
