package dev.membersync.eventops.privacy;

import java.util.List;
import java.util.Optional;

/** The Memberships side, as an erasure and an export use it. Failures of calls are thrown as they are. Thread-safe. */
public interface MembersSide {
    /** The system, for a receipt. */
    String system();

    /** The member as shown now; empty when there is none. One to a few calls. */
    Optional<Sheet> find(String userId);

    /** Why a member cannot be erased here, for people; empty when one can. */
    List<String> cannot();

    /**
     * Ends the member's record as far as the service can, and reads it back. Staff logins are never touched.
     *
     * @param placeholder the address that an anonymised contact gets
     */
    Ending end(String userId, ErasurePolicy.ContactEnd how, String placeholder);

    /**
     * How it ended.
     *
     * @param erased true when nothing of the person is shown any more
     * @param open what is left, for people, by field names; empty when nothing is
     */
    record Ending(boolean erased, List<String> open) {
        public Ending {
            open = List.copyOf(open);
        }
    }
}
