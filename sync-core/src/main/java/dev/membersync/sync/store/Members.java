package dev.membersync.sync.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Members as last observed. */
public interface Members {
    /** Writes what a read showed; a row with the same userId is replaced. */
    void save(Collection<MemberRow> rows);

    /** The rows of these members, by userId; members that were never seen are left out. */
    Map<String, MemberRow> find(Collection<String> userIds);

    /** How many members that are not gone and have no link have this address. */
    int unlinkedWithEmail(long emailKey);

    /** The first of the members who are not gone and have this address, linked or not, in the order of their userId. */
    List<String> withEmail(long emailKey, int limit);

    /**
     * Members with a live link, not gone, that no scan since this generation has seen; in the order of their userId.
     *
     * @param after only userIds above this one; empty for the first page
     */
    List<MemberRow> linkedUnseenSince(long generation, String after, int limit);

    /**
     * Members, those who are gone included, in the order of their userId.
     *
     * @param after only userIds above this one; empty for the first page
     */
    List<MemberRow> page(String after, int limit);

    /** How many members are known and not gone. */
    long count();
}
