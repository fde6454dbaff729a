package dev.membersync.eventops.privacy;

import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes what is remembered of events that are long over: what the synchronisation knows of people and tickets, and the
 * records of the check-in. Money stays and names nobody any more; tombstones and receipts stay. An event that a workflow of
 * the file still has is never touched: its next run would fetch everything again.
 */
public final class Retention {
    /** How long the data of an event is kept after its end. */
    public static final Period STANDARD = Period.ofMonths(13);

    private final SyncStore store;
    private final Set<Scope> running;
    private final EventEnds ends;
    private final EventRecords records;
    private final Period after;
    private final InstantSource clock;

    /**
     * A retention.
     *
     * @param running the scopes of the workflows that there are
     * @param after how long data is kept after the end of its event, by the calendar of UTC
     */
    public Retention(
            SyncStore store,
            List<Scope> running,
            EventEnds ends,
            EventRecords records,
            Period after,
            InstantSource clock) {
        this.store = store;
        this.running = Set.copyOf(running);
        this.ends = ends;
        this.records = records;
        this.after = after;
        this.clock = clock;
    }

    /**
     * One line of what is remembered of an event.
     *
     * @param event the event url, and {@code /occurrence} for a recurring event
     * @param what whose rows: a workflow, or {@code check-in}
     * @param dueAt when they are to go; empty where the end of the event is not known
     * @param rows how many go or went; 0 for those that stay
     * @param why why they go, or stay
     */
    public record Line(String event, String what, Optional<Instant> dueAt, long rows, String why) {}

    /** What {@link #run} would delete; deletes nothing. */
    public List<Line> rehearse() {
        return lines(true);
    }

    /** Deletes what is due. */
    public List<Line> run() {
        return lines(false);
    }

    private List<Line> lines(boolean rehearsal) {
        List<Line> lines = new ArrayList<>();
        Set<String> places = new HashSet<>();
        for (Scope scope : store.inTransaction(Scope.NONE, tx -> tx.tombstones().scopes())) {
            if (scope.event().isEmpty()) {
                continue; // of the store itself, and of all events
            }
            String place = SyncMemory.place(scope);
            Optional<Instant> due = ends.of(scope)
                    .map(end -> end.atZone(ZoneOffset.UTC).plus(after).toInstant());
            String why = why(scope, due);
            boolean goes = why.isEmpty();
            long rows =
                    goes ? store.inTransaction(Scope.NONE, tx -> tx.tombstones().retire(scope, rehearsal)) : 0;
            lines.add(new Line(place, scope.workflow(), due, rows, goes ? "its time is over" : why));
            if (goes && places.add(place)) {
                lines.add(new Line(place, "check-in", due, records.retire(place, rehearsal), "its time is over"));
            }
        }
        return lines;
    }

    /** Why a scope stays; empty when it goes. */
    private String why(Scope scope, Optional<Instant> due) {
        boolean used = running.stream()
                .anyMatch(other -> other.event().equals(scope.event())
                        && other.occurrence().equals(scope.occurrence()));
        if (used) {
            return "a workflow of the file has this event";
        }
        if (due.isEmpty()) {
            return "nobody says when the event ends: delete by hand";
        }
        return clock.instant().isBefore(due.get()) ? "it is kept until then" : "";
    }
}
