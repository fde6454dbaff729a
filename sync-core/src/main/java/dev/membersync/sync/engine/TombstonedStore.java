package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.store.Audit;
import dev.membersync.sync.store.Cursors;
import dev.membersync.sync.store.DeadLetters;
import dev.membersync.sync.store.Incidents;
import dev.membersync.sync.store.Intents;
import dev.membersync.sync.store.Links;
import dev.membersync.sync.store.Members;
import dev.membersync.sync.store.Meta;
import dev.membersync.sync.store.Payments;
import dev.membersync.sync.store.Reviews;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.store.Tickets;
import dev.membersync.sync.store.Tombstones;
import dev.membersync.sync.store.Work;
import java.util.function.Function;

/**
 * The store as the engine sees it: whoever has a tombstone is not taken in, not marked and not worked on, whatever a hook, a
 * poll, a scan or a replay shows. The one place where that is kept (F-54).
 */
public final class TombstonedStore implements SyncStore {
    private final SyncStore real;
    private final Barred barred;

    private TombstonedStore(SyncStore real, Barred barred) {
        this.real = real;
        this.barred = barred;
    }

    /** This store behind its tombstones, whose hashes this marker makes. Closing it closes the store. */
    public static SyncStore of(SyncStore real, Marker marker) {
        return new TombstonedStore(real, new Barred(new PersonKeys(marker)));
    }

    @Override
    public <T> T inTransaction(Scope scope, Function<Tx, T> work) {
        return real.inTransaction(scope, tx -> work.apply(behind(tx)));
    }

    private Tx behind(Tx tx) {
        return new Parts(
                new BarredMembers(tx.members(), tx, barred),
                new BarredTickets(tx.tickets(), tx, barred),
                tx.links(),
                tx.intents(),
                new BarredWork(tx.work(), tx, barred),
                tx.cursors(),
                tx.reviews(),
                tx.deadLetters(),
                tx.incidents(),
                tx.payments(),
                tx.audit(),
                tx.tombstones(),
                tx.meta());
    }

    @Override
    public SyncStore overlay() {
        return new TombstonedStore(real.overlay(), barred);
    }

    @Override
    public SyncStore overlay(long members) {
        return new TombstonedStore(real.overlay(members), barred);
    }

    @Override
    public long lapses() {
        return real.lapses();
    }

    @Override
    public String description() {
        return real.description();
    }

    @Override
    public void close() {
        real.close();
    }

    private record Parts(
            Members members,
            Tickets tickets,
            Links links,
            Intents intents,
            Work work,
            Cursors cursors,
            Reviews reviews,
            DeadLetters deadLetters,
            Incidents incidents,
            Payments payments,
            Audit audit,
            Tombstones tombstones,
            Meta meta)
            implements Tx {}
}
