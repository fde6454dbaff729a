package dev.membersync.sync.policy;

import java.util.Comparator;
import java.util.List;

/**
 * Finds the registration that is a member's own. A policy answers {@link Match.None} for "not by my rule"; a ladder asks
 * the next rung then. Never on a name alone, and never by Accelevents' {@code userId}, which is a platform account. Pure
 * and thread-safe. For example, our own tags and then a rule of one's own:
 *
 * <pre>{@code
 * MatchPolicy policy = MatchPolicy.firstOf(
 *         MatchPolicy.byTag(),
 *         candidates -> candidates.unlinkedMembersWithEmail() > 1 ? Match.none() : MatchPolicy.byEmail().match(candidates));
 * }</pre>
 */
@FunctionalInterface
public interface MatchPolicy {
    /** Matches one member. */
    Match match(Candidates candidates);

    /** The standard ladder: our tag, then the e-mail address. */
    static MatchPolicy standard() {
        return firstOf(byTag(), byEmail());
    }

    /** The first rung that does not answer {@link Match.None}. */
    static MatchPolicy firstOf(MatchPolicy... rungs) {
        List<MatchPolicy> ladder = List.of(rungs);
        return candidates -> ladder.stream()
                .map(rung -> rung.match(candidates))
                .filter(match -> !(match instanceof Match.None))
                .findFirst()
                .orElse(Match.none());
    }

    /** A ticket that carries our tag with this member's id. Several of them, or one that is taken, go to a person. */
    static MatchPolicy byTag() {
        return candidates -> {
            List<Candidate> tagged = candidates.tagged();
            if (tagged.isEmpty()) {
                return Match.none();
            }
            if (tagged.size() > 1) {
                return new Match.Ambiguous(tagged, "several tickets carry this member's tag");
            }
            return tagged.get(0).linked()
                    ? new Match.Ambiguous(tagged, "the ticket with this member's tag is linked to another member")
                    : new Match.Unique(tagged.get(0), "tag");
        };
    }

    /** The oldest unlinked ticket that carries our tag with this member's id; where tickets are news, several are no doubt. */
    static MatchPolicy byOldestTag() {
        return candidates -> candidates.tagged().stream()
                .filter(candidate -> !candidate.linked())
                .min(Comparator.comparingLong(Candidate::age).thenComparingLong(Candidate::row))
                .<Match>map(oldest -> new Match.Unique(oldest, "tag"))
                .orElseGet(Match::none);
    }

    /**
     * The one unlinked ticket with this address, when exactly one unlinked member has the address; of several tickets
     * the oldest one with the same name.
     */
    static MatchPolicy byEmail() {
        return candidates -> {
            List<Candidate> free = candidates.sameEmail().stream()
                    .filter(candidate -> !candidate.linked())
                    .toList();
            if (free.isEmpty()) {
                return Match.none();
            }
            if (candidates.unlinkedMembersWithEmail() > 1) {
                return new Match.Ambiguous(free, "several members share the address of this ticket");
            }
            if (free.size() == 1) {
                return new Match.Unique(free.get(0), "email");
            }
            return free.stream()
                    .filter(Candidate::sameName)
                    .min(Comparator.comparingLong(Candidate::age).thenComparingLong(Candidate::row))
                    .<Match>map(oldest -> new Match.Unique(oldest, "email and name, oldest"))
                    .orElseGet(() -> new Match.Ambiguous(free, "several tickets have this address, none this name"));
        };
    }
}
