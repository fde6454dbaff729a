package dev.membersync.sync.engine;

import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.TicketSighting;
import dev.membersync.sync.store.Tickets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tickets, of which those with a tombstone are taken in without anything about their holder. */
record BarredTickets(Tickets real, Tx tx, Barred barred) implements Tickets {
    @Override
    public List<TicketRow> save(List<TicketSighting> sightings) {
        return real.save(tx.tombstones().count() == 0 ? sightings : barred.bare(tx, sightings));
    }

    @Override
    public Map<Long, TicketRow> find(Collection<Long> rows) {
        return real.find(rows);
    }

    @Override
    public Optional<TicketRow> find(TicketRef ref) {
        return real.find(ref);
    }

    @Override
    public Map<TicketRef, TicketRow> byRef(Collection<TicketRef> refs) {
        return real.byRef(refs);
    }

    @Override
    public List<TicketRow> tagged(String userId) {
        return real.tagged(userId);
    }

    @Override
    public Set<String> strays(Collection<String> userIds, long generation) {
        return real.strays(userIds, generation);
    }

    @Override
    public List<TicketRow> untaggedWithEmail(long emailKey) {
        return real.untaggedWithEmail(emailKey);
    }

    @Override
    public List<TicketRow> unexamined(long afterRow, int limit) {
        return real.unexamined(afterRow, limit);
    }

    @Override
    public List<TicketRow> linkedUnseenSince(long generation, long afterRow, int limit) {
        return real.linkedUnseenSince(generation, afterRow, limit);
    }

    @Override
    public List<TicketRow> unlinked(long afterRow, int limit) {
        return real.unlinked(afterRow, limit);
    }

    @Override
    public void examined(long row) {
        real.examined(row);
    }

    @Override
    public long countSeenIn(long generation) {
        return real.countSeenIn(generation);
    }

    @Override
    public long newest() {
        return real.newest();
    }

    @Override
    public long countTagged() {
        return real.countTagged();
    }
}
