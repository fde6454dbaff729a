package dev.membersync.sync;

import dev.membersync.sync.engine.Verified;
import java.util.List;

/**
 * How far both sides agree. Each finding is one line for people, with ids and field names and no values; a list holds the
 * first thousand.
 *
 * @param pairs live links
 * @param equal those whose sides agree
 * @param mismatches pairs that differ, or whose ticket is not listed
 * @param missing members who should be registered, are not, and nobody was asked
 * @param duplicates tickets with the tag of a member who is linked to another one
 * @param orphans tickets with the tag of a member who has no link
 * @param findings how many there are in all
 */
public record VerifyReport(
        long pairs,
        long equal,
        List<String> mismatches,
        List<String> missing,
        List<String> duplicates,
        List<String> orphans,
        long findings) {
    static VerifyReport of(List<Verified> parts) {
        return new VerifyReport(
                parts.stream().mapToLong(Verified::pairs).sum(),
                parts.stream().mapToLong(Verified::equal).sum(),
                parts.stream().flatMap(part -> part.mismatches().stream()).toList(),
                parts.stream().flatMap(part -> part.missing().stream()).toList(),
                parts.stream().flatMap(part -> part.duplicates().stream()).toList(),
                parts.stream().flatMap(part -> part.orphans().stream()).toList(),
                parts.stream().mapToLong(Verified::findings).sum());
    }

    /** True when nothing was found. */
    public boolean isClean() {
        return findings == 0;
    }
}
