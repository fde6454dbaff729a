package dev.membersync.sync.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Stops a run that would change more than anybody meant. Creates count against their own ceiling only; changes and
 * removals count against existing links, and both the floor and the percentage must be passed to stop. For example:
 *
 * <pre>{@code
 * GuardPolicy guards = new GuardPolicy(
 *         2_000, // registrations a run
 *         new Share(10, 20), // changes: above 10 % and 20 links
 *         new Share(0, 0)); // no removal without a person
 * }</pre>
 *
 * @param creates the most registrations, or contacts for registrants, one run may make
 * @param changes the limit of changed links
 * @param removals the limit of removed or ended links
 * @param enrolments the most people that one run may put into workflows of the Memberships side
 */
public record GuardPolicy(long creates, Share changes, Share removals, long enrolments) {
    private static final long MOST_AT_ONCE = 500;

    /** Guards with {@value #MOST_AT_ONCE} enrolments a run. */
    public GuardPolicy(long creates, Share changes, Share removals) {
        this(creates, changes, removals, MOST_AT_ONCE);
    }

    /**
     * A floor and a percentage; passed when a count is above both.
     *
     * @param percent of the existing links, 0 to 100
     * @param floor a count that is always allowed
     */
    public record Share(double percent, long floor) {
        public Share {
            if (percent < 0 || percent > 100 || floor < 0) {
                throw new IllegalArgumentException("a guard is a percentage from 0 to 100 and a floor from 0");
            }
        }

        /** True when this many of that many links are too many. */
        public boolean isPassed(long count, long links) {
            return count > most(links);
        }

        /** The greatest count that is allowed of that many links. */
        public long most(long links) {
            return Math.max(floor, (long) Math.floor(links * percent / 100));
        }
    }

    /**
     * What a run would do.
     *
     * @param links the links that exist
     * @param creates registrations or contacts it would make
     * @param changes links it would change
     * @param removals links it would remove or close
     * @param enrolments members it would put into workflows, each once for each of them
     */
    public record Totals(long links, long creates, long changes, long removals, long enrolments) {
        /** A run that enrols nobody. */
        public Totals(long links, long creates, long changes, long removals) {
            this(links, creates, changes, removals, 0);
        }
    }

    /** 500 creates and 500 enrolments a run; changes above 20 and 10 %; removals above 5 and 2 %. */
    public static GuardPolicy standard() {
        return new GuardPolicy(MOST_AT_ONCE, new Share(10, 20), new Share(2, 5));
    }

    /** The reasons to stop, for people; empty when the run may go on. */
    public List<String> objections(Totals totals) {
        List<String> objections = new ArrayList<>();
        if (totals.creates() > creates) {
            objections.add("it would make " + totals.creates() + " registrations or contacts; guards.creates allows "
                    + creates);
        }
        if (changes.isPassed(totals.changes(), totals.links())) {
            objections.add(tooMany("change", totals.changes(), totals.links(), "guards.changes", changes));
        }
        if (removals.isPassed(totals.removals(), totals.links())) {
            objections.add(tooMany("remove or close", totals.removals(), totals.links(), "guards.removals", removals));
        }
        if (totals.enrolments() > enrolments) {
            objections.add("it would put " + totals.enrolments() + " people into workflows; guards.enrolments allows "
                    + enrolments);
        }
        return List.copyOf(objections);
    }

    private static String tooMany(String verb, long count, long links, String key, Share share) {
        return "it would " + verb + " " + count + " of " + links + " links; " + key + " allows " + share.floor()
                + " and " + share.percent() + " %";
    }
}
