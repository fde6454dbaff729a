package dev.membersync.sync.adapter;

import dev.membersync.sync.record.Member;
import java.util.Optional;

/** How an update of a member ended. */
public sealed interface MemberUpdate {
    /**
     * It was made.
     *
     * @param shown the member as the answers show it, where they do; a field that they do not show is absent
     */
    record Applied(Optional<Member> shown) implements MemberUpdate {}

    /** There is no such member; nothing was written. */
    record Gone() implements MemberUpdate {}
}
