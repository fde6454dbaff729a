package dev.membersync.eventops.privacy;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** What the synchronisation remembers of a person, seen from an erasure. */
final class SyncMemory {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SyncStore store;
    private final List<Scope> configured;
    final PersonKeys keys;

    /** @param configured the scopes of the workflows that there are now */
    SyncMemory(SyncStore store, PersonKeys keys, List<Scope> configured) {
        this.store = store;
        this.keys = keys;
        this.configured = List.copyOf(configured);
    }

    /**
     * The tickets of a person.
     *
     * @param own those that are linked, tagged, or show both address and name
     * @param doubtful how many show the address and another name, by place
     * @param orders orders of creates under way, by place: nobody knows yet whether their tickets were issued
     */
    record Found(List<ErasureTicket> own, Map<String, Long> doubtful, Map<String, String> orders) {}

    static String place(Scope scope) {
        return scope.event() + (scope.occurrence().isEmpty() ? "" : "/" + scope.occurrence());
    }

    /** The scopes that there are, and those of workflows that are not configured any more and still name the person. */
    Set<Scope> scopes(String userId) {
        Set<Scope> scopes = new LinkedHashSet<>(configured);
        scopes.addAll(store.inTransaction(Scope.NONE, tx -> tx.tombstones().scopesOf(userId)));
        return scopes;
    }

    <T> T in(Scope scope, Function<Tx, T> work) {
        return store.inTransaction(scope, work);
    }

    void bar(Collection<Long> hashes, Instant now) {
        store.inTransaction(Scope.NONE, tx -> {
            tx.tombstones().set(hashes, now);
            return true;
        });
    }

    boolean isBarred(long hash) {
        return store.inTransaction(
                Scope.NONE, tx -> !tx.tombstones().among(List.of(hash)).isEmpty());
    }

    /** Lets the person be synchronised again, and has every workflow look. */
    void lift(String userId, Collection<Long> hashes, Instant now) {
        Set<Scope> scopes = scopes(userId);
        store.inTransaction(Scope.NONE, tx -> {
            tx.tombstones().lift(hashes);
            return true;
        });
        scopes.forEach(scope -> store.inTransaction(scope, tx -> {
            if (tx.members().find(List.of(userId)).containsKey(userId)) {
                tx.work().mark(List.of(userId), Lane.BACKFILL, now);
            }
            return true;
        }));
    }

    /** Whether no process is at work on the person: one that began before the tombstone may be. */
    boolean isFree(String userId, Instant now) {
        return scopes(userId).stream().allMatch(scope -> store.inTransaction(scope, tx -> isFree(tx, userId, now)));
    }

    private static boolean isFree(Tx tx, String userId, Instant now) {
        if (tx.work().find(userId).isEmpty()) {
            return true;
        }
        tx.work().mark(List.of(userId), Lane.LIVE, now); // a parked or postponed item is free then, a leased one is not
        return tx.work()
                .leaseOne(userId, "erasure", now, LEASE)
                .map(tx.work()::done)
                .orElse(false);
    }

    Found tickets(Erasure erasure) {
        Map<String, ErasureTicket> own = new LinkedHashMap<>();
        Map<String, Long> doubtful = new LinkedHashMap<>();
        Map<String, String> orders = new LinkedHashMap<>();
        for (Scope scope : scopes(erasure.userId())) {
            List<TicketRow> doubts = new ArrayList<>();
            for (ErasureTicket ticket : store.inTransaction(scope, tx -> own(tx, place(scope), erasure, doubts))) {
                own.merge(ticket.place() + " " + name(ticket.ref()), ticket, SyncMemory::merged);
            }
            store.inTransaction(scope, tx -> tx.intents().find(erasure.userId()))
                    .flatMap(Intent::orderId)
                    .ifPresent(order -> orders.put(place(scope), order));
            if (!doubts.isEmpty()) {
                doubtful.merge(place(scope), (long) doubts.size(), Math::max);
            }
        }
        return new Found(List.copyOf(own.values()), doubtful, orders);
    }

    /** The same ticket has one row for each workflow of its event; the best known name is that of all. */
    static String name(TicketRef ref) {
        return ref.shown();
    }

    private static ErasureTicket merged(ErasureTicket one, ErasureTicket other) {
        return new ErasureTicket(one.place(), one.ref().merge(other.ref()), one.ours() || other.ours(), false);
    }

    private static List<ErasureTicket> own(Tx tx, String place, Erasure erasure, List<TicketRow> doubts) {
        Map<Long, TicketRow> rows = new LinkedHashMap<>();
        Optional.ofNullable(tx.links().find(List.of(erasure.userId())).get(erasure.userId()))
                .map(Link::ticketRow)
                .ifPresent(row -> rows.putAll(tx.tickets().find(List.of(row))));
        tx.tickets().tagged(erasure.userId()).stream()
                .filter(row -> isFree(tx, row))
                .forEach(row -> rows.put(row.row(), row));
        erasure.address()
                .ifPresent(address -> tx.tickets().untaggedWithEmail(address).stream()
                        .filter(row -> row.access() == Registration.Access.LIVE && isFree(tx, row))
                        .forEach(row -> {
                            if (row.nameKey().isPresent() && row.nameKey().equals(erasure.name())) {
                                rows.put(row.row(), row);
                            } else {
                                doubts.add(row);
                            }
                        }));
        return rows.values().stream()
                .map(row -> new ErasureTicket(place, row.ref(), row.tag().isPresent(), false))
                .toList();
    }

    private static boolean isFree(Tx tx, TicketRow row) {
        return tx.links().byTicket(List.of(row.row())).isEmpty();
    }

    OptionalLong address(Sheet sheet) {
        return keys.email(sheet.email());
    }

    OptionalLong name(Sheet sheet) {
        return sheet.name().isBlank() ? OptionalLong.empty() : OptionalLong.of(keys.name(sheet.name()));
    }

    long forget(Erasure erasure, List<TicketRef> tickets) {
        return store.inTransaction(
                Scope.NONE, tx -> tx.tombstones().forget(erasure.userId(), tickets, erasure.pseudonym()));
    }
}
