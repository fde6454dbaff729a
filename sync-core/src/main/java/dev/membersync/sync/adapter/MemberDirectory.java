package dev.membersync.sync.adapter;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The members of one Memberships account. Thread-safe. Every method may throw a
 * {@link dev.membersync.client.error.ApiException}.
 */
public interface MemberDirectory {
    /** How old a look at a member may be when the member is written or registered: 5 minutes of monotonic time. */
    Duration WINDOW = Duration.ofMinutes(5);

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

    /**
     * The member that this one, who is gone, was merged into; empty when nothing is known of a merge. Default: empty,
     * and a merged member is one who is gone.
     */
    default Optional<String> mergedInto(String userId) {
        return Optional.empty();
    }

    /** Whether {@link #update} can write this field, by the names of {@link MemberDraft}. Default: none. */
    default boolean writes(String field) {
        return false;
    }

    /**
     * Learns before anything is written whether these fields can be, by the names of {@link MemberDraft}: that the account
     * has them, and that the credentials reach that far, where this can be known without a write. Costs a call when custom
     * fields are among them. Default: all that {@link #writes} names.
     *
     * @throws dev.membersync.client.error.AuthException when they do not; the message names the missing right
     * @throws UnknownFieldException naming the first that is missing, and the nearest one that is there
     */
    default void checkFields(Collection<String> fields) {}

    /**
     * What the account's catalogue says about the custom fields behind these names, by the names of {@link MemberDraft}.
     * Costs a call a page when custom fields are among them. Default: nothing.
     *
     * @throws dev.membersync.client.error.AuthException when the credentials may not read it
     */
    default MemberCatalogue catalogue(Collection<String> fields) {
        return MemberCatalogue.none();
    }

    /**
     * Changes a member: what the draft sets and nothing else. Safe to repeat.
     *
     * <p>No API of a profile checks a version (SPEC), and none is read just before: an edit that somebody makes between
     * the engine's look at the member and this call is overwritten where it is of the same field. That window is at most
     * {@link #WINDOW}; an older look is repeated before.
     *
     * @throws UnsupportedOperationException when the draft sets a field that {@link #writes} refuses; default: always
     * @throws UnknownFieldException when it sets a custom field that the account does not have; nothing was written
     */
    default MemberUpdate update(String userId, MemberDraft draft) {
        throw new UnsupportedOperationException("this directory writes no members");
    }

    /** Whether {@link #create} can make a member. Default: no. */
    default boolean creates() {
        return false;
    }

    /**
     * Every record of the account with this address as it is found now, members or not: who is none has the status
     * {@link dev.membersync.sync.policy.Statuses#OUTSIDE}. A search may be a minute behind the writes.
     *
     * @throws UnsupportedOperationException where {@link #creates} is false; default: always
     */
    default List<Member> withEmail(String email) {
        throw new UnsupportedOperationException("this directory makes no members");
    }

    /**
     * Makes a member with this name and address and nothing else, above all with nothing that opts anybody in. Sent once:
     * there is no key by which a second call would be known. A refused credential, a throttled call and one that never left
     * are exceptions, and so nothing was made; any other exception proves nothing.
     *
     * @param firstName the first name, empty when there is none
     * @param lastName the last name, empty when there is none
     * @throws UnsupportedOperationException where {@link #creates} is false; default: always
     */
    default MemberCreation create(String firstName, String lastName, String email) {
        throw new UnsupportedOperationException("this directory makes no members");
    }

    /**
     * Puts a member into a workflow of the Memberships side. Not safe to repeat, and nothing can be read back: whether a
     * second one has an effect is a setting of each workflow (DOC, help article "Workflow Settings Overview", "Allow
     * Re-entry") that the calls about contacts do not show. Contacts with DND are put in as well; what that keeps from them are messages (DOC, help
     * article "How to use Do Not Disturb").
     *
     * @throws dev.membersync.client.error.NotFoundException when the member is there and the workflow is not
     * @throws UnsupportedOperationException when {@link #writes} refuses {@link MemberDraft#ENROLMENT}; default: always
     */
    default MemberUpdate enrol(String userId, String workflowId) {
        throw new UnsupportedOperationException("this directory knows no workflows of members");
    }
}
