package dev.membersync.sync.policy;

import java.util.EnumMap;
import java.util.Map;

/**
 * The reaction to each situation, as data. Immutable and thread-safe. For example, to close the link of a member who is
 * gone, once and without a question, and leave the registration as it is:
 *
 * <pre>{@code
 * ReactionPolicy reactions = ReactionPolicy.standard()
 *         .with(Situation.LEFT_GONE, Reaction.TOMBSTONE)
 *         .with(Situation.GONE_AND_EDITED, Reaction.REVIEW);
 * }</pre>
 */
public final class ReactionPolicy {
    private static final ReactionPolicy STANDARD = standardTable();

    private final Map<Situation, Reaction> table;

    private ReactionPolicy(Map<Situation, Reaction> table) {
        this.table = table;
    }

    /**
     * The standard table: changes are merged, unmatched members are registered, unique matches are adopted, disputed
     * ones, possible changes of identity and confirmed losses on the left go to a person, a registration that ended is
     * never made again, a merged member's link is closed, and a closed pair that is alive again is opened.
     */
    public static ReactionPolicy standard() {
        return STANDARD;
    }

    /** This table with one row replaced. */
    public ReactionPolicy with(Situation situation, Reaction reaction) {
        Map<Situation, Reaction> copy = new EnumMap<>(table);
        copy.put(situation, reaction);
        return new ReactionPolicy(copy);
    }

    /** The reaction to this situation. */
    public Reaction react(Situation situation) {
        return table.getOrDefault(situation, Reaction.REVIEW);
    }

    private static ReactionPolicy standardTable() {
        Map<Situation, Reaction> table = new EnumMap<>(Situation.class);
        table.put(Situation.CLEAN, Reaction.NOTHING);
        table.put(Situation.LEFT_CHANGED, Reaction.MERGE);
        table.put(Situation.RIGHT_CHANGED, Reaction.MERGE);
        table.put(Situation.AGREED, Reaction.MERGE);
        table.put(Situation.MERGEABLE, Reaction.MERGE);
        table.put(Situation.CONFLICT, Reaction.MERGE);
        table.put(Situation.UNMATCHED, Reaction.CREATE);
        table.put(Situation.MATCHED, Reaction.ADOPT);
        table.put(Situation.DISPUTED, Reaction.REVIEW);
        table.put(Situation.EXPLAINED, Reaction.WAIT);
        table.put(Situation.LEFT_GONE, Reaction.REVIEW);
        table.put(Situation.LEFT_MERGED, Reaction.TOMBSTONE);
        table.put(Situation.RIGHT_GONE, Reaction.SKIP);
        table.put(Situation.GONE_AND_EDITED, Reaction.REVIEW);
        table.put(Situation.BOTH_GONE, Reaction.TOMBSTONE);
        table.put(Situation.IDENTITY, Reaction.REVIEW);
        table.put(Situation.TOMBSTONED, Reaction.REVIVE);
        table.put(Situation.FENCED, Reaction.NOTHING);
        return new ReactionPolicy(table);
    }
}
