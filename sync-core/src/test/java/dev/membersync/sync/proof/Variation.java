package dev.membersync.sync.proof;

import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.story.World;
import dev.membersync.sync.workflow.MembersToAttendees;

/** Parts of the engine's surroundings that are exchanged for others; the default exchanges nothing. */
interface Variation {
    /** The engine as it is. */
    Variation NONE = new Variation() {};

    default SyncStore store(SyncStore real, Sim sim) {
        return real;
    }

    default TicketDesk desk(TicketDesk real, World world) {
        return real;
    }

    default MemberDirectory directory(MemberDirectory real) {
        return real;
    }

    default MembersToAttendees workflow(MembersToAttendees real) {
        return real;
    }
}
