package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
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
    final Barred barred;
    final Decide decide;
    final Observations observations;
    final Scans scans;
    final Halt halt;
    final Set<String> words;
    final Queue<Instant> retries;
    Agreed agreed = Agreed.anything();
    /** How often the store had come back when this run began to look at it. */
    private long lapses;

    Run(Parts parts, Mode mode, Mapping mapping, Places places, Observations observations, Scans scans) {
        this(
                parts,
                parts.workflow().desk(),
                mode,
                mapping,
                places,
                observations,
                scans,
                new Halt(),
                ConcurrentHashMap.newKeySet(),
                new PriorityBlockingQueue<>());
    }

    private Run(
            Parts parts,
            TicketDesk desk,
            Mode mode,
            Mapping mapping,
            Places places,
            Observations observations,
            Scans scans,
            Halt halt,
            Set<String> words,
            Queue<Instant> retries) {
        this.halt = halt;
        this.words = words;
        this.retries = retries;
        this.parts = parts;
        this.mode = mode;
        this.scope = parts.scope();
        this.desk = desk;
        this.mapping = mapping;
        this.places = places;
        this.keys = new Keys(mapping, parts.marker());
        this.barred = new Barred(new PersonKeys(parts.marker()));
        this.decide = new Decide(
                mapping.fields().stream().map(FieldRule::of).toList(),
                parts.workflow().reactions(),
                parts.workflow().fences());
        this.observations = observations;
        this.scans = scans;
        this.lapses = parts.store().lapses();
    }

    /** This run with what its scans found. */
    Run with(Scans found) {
        return new Run(
                        parts,
                        desk,
                        mode,
                        mapping,
                        places,
                        observations,
                        found,
                        new Halt(),
                        ConcurrentHashMap.newKeySet(),
                        new PriorityBlockingQueue<>())
                .since(this);
    }

    /** This run, everything shared, whose calls ask the rate budgets in this lane. */
    Run inLane(Lane lane) {
        return new Run(
                        parts.inLane(lane),
                        desk.inLane(lane),
                        mode,
                        mapping,
                        places,
                        observations,
                        scans,
                        halt,
                        words,
                        retries)
                .within(agreed)
                .since(this);
    }

    /** This run, which relies on what an earlier one has seen. */
    Run since(Run earlier) {
        lapses = earlier.lapses;
        return this;
    }

    /** This run, which may do this much. */
    Run within(Agreed limits) {
        agreed = limits;
        return this;
    }

    /**
     * A transaction in the scope of the run.
     *
     * @throws StoreException.Older when the store has come back since the run began: who was made may not be in it, so
     *     nothing is decided from what the run has seen
     */
    <T> T inTransaction(Function<Tx, T> work) {
        return parts.store().inTransaction(scope, tx -> {
            if (parts.store().lapses() != lapses) {
                throw new StoreException.Older(parts.store().description()
                        + " came back, after a fail-over, a restart or a restore, with what may be older than what this run"
                        + " has seen; run again: both sides are read whole before anybody is registered");
            }
            return work.apply(tx);
        });
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
