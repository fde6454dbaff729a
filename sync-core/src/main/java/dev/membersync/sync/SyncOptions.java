package dev.membersync.sync;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a run is made.
 *
 * @param approvals the digests of plans that may pass the guards, one for each workflow that needs one; a digest counts
 *     only for the same operations of the same members, fields and ticket types in the same workflow and event
 * @param most how many members are worked on at most
 */
public record SyncOptions(Set<String> approvals, long most) {
    public SyncOptions {
        approvals = Set.copyOf(approvals);
    }

    /** No approval, no limit. */
    public static SyncOptions standard() {
        return new SyncOptions(Set.of(), Long.MAX_VALUE);
    }

    /** Lets the plan with this digest pass the guards, besides those that were approved before. */
    public SyncOptions approving(String digest) {
        return new SyncOptions(
                Stream.concat(approvals.stream(), Stream.of(digest)).collect(Collectors.toSet()), most);
    }

    /** Works on few members only, to see what happens; the guards judge these few. */
    public SyncOptions canary(long members) {
        if (members < 1) {
            throw new IllegalArgumentException("a canary works on at least one member");
        }
        return new SyncOptions(approvals, members);
    }
}
