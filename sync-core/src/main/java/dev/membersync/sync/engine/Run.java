package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore.Tx;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Function;

/** One run over one workflow: its parts, its mapping and what its scans found. */
final class Run {
    final Parts parts;
    final Mode mode;
    final Scope scope;
    final TicketDesk desk;
    final Mapping mapping;
    final Places places;
    final Keys keys;
    final Decide decide;
    final Observations observations;
    final Scans scans;
    final Halt halt = new Halt();
    final Set<String> words = ConcurrentHashMap.newKeySet();
    Agreed agreed = Agreed.anything();
    final Queue<Instant> retries = new PriorityBlockingQueue<>();

    Run(Parts parts, Mode mode, Mapping mapping, Places places, Observations observations, Scans scans) {
        this.parts = parts;
        this.mode = mode;
        this.scope = parts.scope();
        this.desk = parts.workflow().desk();
        this.mapping = mapping;
        this.places = places;
        this.keys = new Keys(mapping, parts.marker());
        this.decide = new Decide(
                mapping.fields().stream().map(FieldRule::of).toList(),
                parts.workflow().reactions(),
                parts.workflow().fences());
        this.observations = observations;
        this.scans = scans;
    }

    /** This run with what its scans found. */
    Run with(Scans found) {
        return new Run(parts, mode, mapping, places, observations, found);
    }

    /** This run, which may do this much. */
    Run within(Agreed limits) {
        agreed = limits;
        return this;
    }

    <T> T inTransaction(Function<Tx, T> work) {
        return parts.store().inTransaction(scope, work);
    }

    void checkpoint(String step) {
        parts.checkpoint().at(step);
    }

    Journal journal() {
        return parts.journal();
    }

    Instant now() {
        return parts.time().instant();
    }

    boolean plans() {
        return mode == Mode.PLAN;
    }
}
