package dev.membersync.sync.adapter;

import dev.membersync.sync.record.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page of members that changed.
 *
 * @param members those that are members and those that are none any more, told apart by their status
 * @param newest the latest change among them by the service's own clock, where it says so
 */
public record MemberChanges(List<Member> members, Optional<Instant> newest) {
    public MemberChanges {
        members = List.copyOf(members);
    }
}
