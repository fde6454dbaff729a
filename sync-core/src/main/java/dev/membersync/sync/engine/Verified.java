package dev.membersync.sync.engine;

import java.util.List;

/**
 * What a verification found; the lists hold the first thousand of each kind.
 *
 * @param pairs live links
 * @param equal those whose sides agree
 * @param mismatches pairs that differ, or whose ticket is not listed
 * @param missing members who should be registered, are not, and nobody was asked
 * @param duplicates tickets with the tag of a member who is linked to another one
 * @param orphans tickets with the tag of a member who has no link
 * @param findings how many there are in all
 */
public record Verified(
        long pairs,
        long equal,
        List<String> mismatches,
        List<String> missing,
        List<String> duplicates,
        List<String> orphans,
        long findings) {}
