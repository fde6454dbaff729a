package dev.membersync.testkit;

import java.util.List;
import java.util.Optional;

/** Where a profile keeps its members. Guarded by the switchboard. */
interface MemberShelf {
    /** Every member once. */
    List<FakeMember> all();

    /** The list as a client sees it, repeated rows included. */
    List<FakeMember> listed();

    Optional<FakeMember> find(String userId);

    /** Adds a member at the end, or replaces the one of the userId. */
    void put(FakeMember member);

    void remove(String userId);

    /** Lists a member once more, at a zero-based place or, below zero, at the end. */
    void repeat(String userId, int place);
}
