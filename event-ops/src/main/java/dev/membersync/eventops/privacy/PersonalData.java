package dev.membersync.eventops.privacy;

import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.store.SyncStore;
import java.util.List;

/** Where personal data is: the two services and the store of a synchronisation. */
public final class PersonalData {
    private final SyncMemory memory;
    private final MembersSide members;
    private final List<EventSide> events;
    private final OpenTickets tickets;

    private PersonalData(SyncMemory memory, MembersSide members, List<EventSide> events, OpenTickets tickets) {
        this.memory = memory;
        this.members = members;
        this.events = List.copyOf(events);
        this.tickets = tickets;
    }

    /**
     * These systems.
     *
     * @param store the store of the synchronisation, not an overlay of it
     * @param scopes the scopes of its workflows
     */
    public static PersonalData of(
            SyncStore store,
            StoreKey key,
            List<Scope> scopes,
            MembersSide members,
            List<EventSide> events,
            OpenTickets tickets) {
        return new PersonalData(new SyncMemory(store, new PersonKeys(key.marker()), scopes), members, events, tickets);
    }

    SyncMemory memory() {
        return memory;
    }

    MembersSide members() {
        return members;
    }

    List<EventSide> events() {
        return events;
    }

    OpenTickets tickets() {
        return tickets;
    }
}
