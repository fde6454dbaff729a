package dev.membersync.sync.adapter;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.record.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The members of one Memberships account, read only. Thread-safe. Every method may throw a
 * {@link dev.membersync.client.error.ApiException}.
 */
public interface MemberDirectory {
    /** A stable name of the account; part of every scope. */
    String account();

    /**
     * Learns once, before anything else is done, whether the credentials may read members.
     *
     * @throws dev.membersync.client.error.AuthException when they may not; the message names the missing right
     */
    void checkAccess();

    /**
     * All members, page by page, read while it is walked. A walk that ends without an exception was complete. One member
     * may appear more than once.
     */
    Iterable<List<Member>> pages();

    /**
     * The members that changed at this time or later, oldest change first; empty when the service cannot tell. The search
     * behind it may lag, so begin some minutes before the last change seen.
     */
    default Optional<Iterable<MemberChanges>> changedSince(Instant since) {
        return Optional.empty();
    }

    /** This directory, whose calls ask the rate budget in another lane. */
    default MemberDirectory inLane(Lane lane) {
        return this;
    }

    /** One member as it is now; empty when the service says that there is none. */
    Optional<Member> find(String userId);
}
