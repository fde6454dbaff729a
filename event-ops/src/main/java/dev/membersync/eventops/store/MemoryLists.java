package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.ticket.ListEntry;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.ListUpdate;
import dev.membersync.eventops.ticket.Serial;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/** Lists in memory. */
record MemoryLists(
        String event,
        MemoryTables.Table<MemoryLists.Key, MemoryLists.Line> lines,
        MemoryTables.Table<String, Instant> confirmed)
        implements CheckInStore.Lists {
    record Key(String kind, Serial serial) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::kind).thenComparing(Key::serial).compare(this, other);
        }
    }

    record Line(String kind, long version, ListEntry entry) {}

    @Override
    @SuppressWarnings("unchecked") // a line has the entry of its own kind
    public <E extends ListEntry> Optional<E> find(ListKind<E> kind, Serial serial) {
        return lines.find(new Key(kind.toString(), serial)).map(line -> (E) line.entry());
    }

    @Override
    public <E extends ListEntry> void put(ListKind<E> kind, E entry) {
        Key key = new Key(kind.toString(), entry.serial());
        Optional<Line> known = lines.find(key);
        if (known.isEmpty() || entry.replaces(known.get().entry())) {
            lines.put(key, new Line(key.kind(), version(kind) + 1, entry));
        }
    }

    @Override
    public long version(ListKind<?> kind) {
        return lines.rows().stream()
                .filter(line -> line.kind().equals(kind.toString()))
                .mapToLong(Line::version)
                .max()
                .orElse(0);
    }

    @Override
    @SuppressWarnings("unchecked") // a line has the entry of its own kind
    public <E extends ListEntry> ListUpdate<E> since(ListKind<E> kind, long version, Instant asOf) {
        long reached = version(kind);
        long base = version > reached ? 0 : version;
        return new ListUpdate<>(
                kind,
                event,
                base,
                reached,
                asOf,
                lines.rows().stream()
                        .filter(line -> line.kind().equals(kind.toString()) && line.version() > base)
                        .map(line -> (E) line.entry())
                        .toList());
    }

    @Override
    public Optional<Instant> asOf() {
        return confirmed.find(event);
    }

    @Override
    public void confirm(Instant asOf) {
        if (asOf().filter(known -> !known.isBefore(asOf)).isEmpty()) {
            confirmed.put(event, asOf.truncatedTo(ChronoUnit.MICROS));
        }
    }
}
