package dev.membersync.eventops.ticket;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A ledger that forgets with its process: for tests, and for events that live in one. Safe for several threads. */
public final class MemoryLedger implements ListLedger {
    private record Name(ListKind<?> kind, String eventId) {}

    private record Line<E>(long version, E entry) {}

    private final Map<Name, Map<Serial, Line<ListEntry>>> lists = new HashMap<>();

    private MemoryLedger() {}

    /** A ledger with empty lists. */
    public static MemoryLedger create() {
        return new MemoryLedger();
    }

    @Override
    public synchronized <E extends ListEntry> void put(ListKind<E> kind, String eventId, E entry) {
        Map<Serial, Line<ListEntry>> list = list(kind, eventId);
        Line<ListEntry> known = list.get(entry.serial());
        if (known == null || entry.replaces(known.entry())) {
            list.put(entry.serial(), new Line<>(version(list) + 1, entry));
        }
    }

    @Override
    public synchronized <E extends ListEntry> ListUpdate<E> since(
            ListKind<E> kind, String eventId, long version, Instant asOf) {
        Map<Serial, Line<ListEntry>> list = list(kind, eventId);
        long reached = version(list);
        long base = version > reached ? 0 : version;
        return new ListUpdate<>(
                kind,
                eventId,
                base,
                reached,
                asOf,
                list.values().stream()
                        .filter(line -> line.version() > base)
                        .map(line -> kind.cast(line.entry()))
                        .toList());
    }

    private Map<Serial, Line<ListEntry>> list(ListKind<?> kind, String eventId) {
        return lists.computeIfAbsent(new Name(kind, eventId), name -> new LinkedHashMap<>());
    }

    private static long version(Map<Serial, Line<ListEntry>> list) {
        return list.values().stream().mapToLong(Line::version).max().orElse(0);
    }
}
