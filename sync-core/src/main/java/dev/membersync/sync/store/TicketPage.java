package dev.membersync.sync.store;

import dev.membersync.sync.record.TicketRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a list of sightings touches, while they are merged in memory. A store loads every row that shares a
 * name with a sighting, runs the page and writes back what changed. Not thread-safe.
 */
final class TicketPage {
    private final Map<Long, TicketRow> rows = new TreeMap<>();
    private final Map<String, Long> ticketIds = new HashMap<>();
    private final Map<String, Long> barcodes = new HashMap<>();
    private final Map<String, Long> attendeeIds = new HashMap<>();
    private final Map<Long, String> owners;
    private final Map<Long, Long> becameOf = new HashMap<>();
    private final SortedSet<Long> changed = new TreeSet<>();
    private final long firstNew;
    private long last;

    /**
     * A page.
     *
     * @param loaded the rows with a name of a sighting
     * @param owners the linked members by row
     * @param last the last row number that was given
     */
    TicketPage(Collection<TicketRow> loaded, Map<Long, String> owners, long last) {
        this.owners = owners;
        this.last = last;
        this.firstNew = last + 1;
        loaded.forEach(this::index);
    }

    /** Merges the sightings in their order; gives the row of each as it is after the last one. */
    List<TicketRow> merge(List<TicketSighting> sightings) {
        List<Long> touched = new ArrayList<>();
        sightings.forEach(sighting -> touched.add(merge(sighting)));
        return touched.stream()
                .map(row -> Objects.requireNonNull(rows.get(survivor(row))))
                .toList();
    }

    /** The row of a ticket, by any of its names. */
    Optional<TicketRow> row(TicketRef ref) {
        return TicketMerge.same(ref, found(ref)).stream().findFirst();
    }

    /** Rows that were there and are different now. */
    List<TicketRow> updated() {
        return select(row -> row < firstNew);
    }

    /** Rows that were not there. */
    List<TicketRow> added() {
        return select(row -> row >= firstNew);
    }

    /** Numbers of the rows that became part of another one. */
    List<Long> absorbed() {
        return becameOf.keySet().stream().filter(row -> row < firstNew).sorted().toList();
    }

    /** The last row number that was given. */
    long last() {
        return last;
    }

    private List<TicketRow> select(Predicate<Long> which) {
        return changed.stream()
                .filter(which)
                .map(row -> Objects.requireNonNull(rows.get(row)))
                .toList();
    }

    private long survivor(long row) {
        long at = row;
        for (Long next = becameOf.get(at); next != null; next = becameOf.get(at)) {
            at = next;
        }
        return at;
    }

    private long merge(TicketSighting sighting) {
        List<TicketRow> found = found(sighting.ref());
        List<TicketRow> same = TicketMerge.same(sighting.ref(), found);
        for (TicketRow other : found) {
            if (!same.contains(other)) {
                put(TicketMerge.without(other, sighting.ref()));
            }
        }
        if (same.isEmpty()) {
            put(TicketMerge.fresh(++last, sighting));
            return last;
        }
        TicketRow kept = keep(sighting.ref(), same);
        TicketRow joined = kept;
        for (TicketRow row : same) {
            if (row.row() != kept.row()) {
                joined = TicketMerge.join(joined, row);
                absorb(row, kept.row());
            }
        }
        put(TicketMerge.sighted(joined, sighting));
        return kept.row();
    }

    private TicketRow keep(TicketRef ref, List<TicketRow> same) {
        List<TicketRow> linked =
                same.stream().filter(row -> owners.containsKey(row.row())).toList();
        if (linked.size() > 1) {
            throw new StoreException("ticket " + ref.shown() + " joins two linked rows, of the members "
                    + owners.get(linked.get(0).row()) + " and "
                    + owners.get(linked.get(1).row()) + "; one of the links is wrong and must be closed first");
        }
        return linked.isEmpty() ? TicketMerge.oldestRow(same) : linked.get(0);
    }

    private List<TicketRow> found(TicketRef ref) {
        SortedSet<Long> seen = new TreeSet<>();
        List<TicketRow> found = new ArrayList<>();
        for (Long row : numbers(ref)) {
            if (seen.add(row)) {
                found.add(Objects.requireNonNull(rows.get(row)));
            }
        }
        return found;
    }

    private List<Long> numbers(TicketRef ref) {
        List<Long> numbers = new ArrayList<>(3);
        look(ticketIds, ref.ticketId(), numbers);
        look(barcodes, ref.barcode(), numbers);
        look(attendeeIds, ref.attendeeId(), numbers);
        return numbers;
    }

    private static void look(Map<String, Long> names, @Nullable String name, List<Long> numbers) {
        Long row = name == null ? null : names.get(name);
        if (row != null) {
            numbers.add(row);
        }
    }

    private void absorb(TicketRow row, long into) {
        unindex(row);
        rows.remove(row.row());
        changed.remove(row.row());
        becameOf.put(row.row(), into);
    }

    private void put(TicketRow row) {
        TicketRow old = rows.get(row.row());
        if (row.equals(old)) {
            return;
        }
        if (old != null) {
            unindex(old);
        }
        index(row);
        changed.add(row.row());
    }

    private void index(TicketRow row) {
        rows.put(row.row(), row);
        name(ticketIds, row.ref().ticketId(), row.row());
        name(barcodes, row.ref().barcode(), row.row());
        name(attendeeIds, row.ref().attendeeId(), row.row());
    }

    private static void name(Map<String, Long> names, @Nullable String name, long row) {
        if (name != null) {
            names.put(name, row);
        }
    }

    private void unindex(TicketRow row) {
        unname(ticketIds, row.ref().ticketId(), row.row());
        unname(barcodes, row.ref().barcode(), row.row());
        unname(attendeeIds, row.ref().attendeeId(), row.row());
    }

    private static void unname(Map<String, Long> names, @Nullable String name, long row) {
        if (name != null) {
            names.remove(name, row);
        }
    }
}
