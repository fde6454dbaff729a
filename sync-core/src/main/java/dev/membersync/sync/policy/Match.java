package dev.membersync.sync.policy;

import java.util.List;

/** The answer of a {@link MatchPolicy}. */
public sealed interface Match {
    /** No registration is this member's own. */
    record None() implements Match {}

    /**
     * Exactly one is.
     *
     * @param candidate the registration
     * @param rule the rung of the ladder that found it, for people
     */
    record Unique(Candidate candidate, String rule) implements Match {}

    /**
     * It cannot be told.
     *
     * @param candidates the registrations in question
     * @param why the reason, for people, without personal data
     */
    record Ambiguous(List<Candidate> candidates, String why) implements Match {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** No registration. */
    static Match none() {
        return new None();
    }
}
