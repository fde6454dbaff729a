package dev.membersync.eventops.ticket;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ledger that forgets with its process: for tests, and for events that live in one. Safe for several threads. */
public final class MemoryLedger implements ListLedger {
    private record Name(ListKind<?> kind, String eventId) {}

    private record Line(long version, ListEntry entry) {}

    private static final class Book {
        private final Map<Serial, Line> lines = new LinkedHashMap<>();
        private long version;
    }

    private final Map<Name, Book> books = new HashMap<>();

    private MemoryLedger() {}

    /** A ledger with empty lists. */
    public static MemoryLedger create() {
        return new MemoryLedger();
    }

    @Override
    public synchronized <E extends ListEntry> void put(ListKind<E> kind, String eventId, E entry) {
        Book book = book(kind, eventId);
        Line known = book.lines.get(entry.serial());
        if (known == null || entry.replaces(known.entry())) {
            book.lines.put(entry.serial(), new Line(++book.version, entry));
        }
    }

    @Override
    public synchronized <E extends ListEntry> ListUpdate<E> since(
            ListKind<E> kind, String eventId, long version, Instant asOf) {
        Book book = book(kind, eventId);
        long base = version > book.version ? 0 : version;
        List<E> changed = book.lines.values().stream()
                .filter(line -> line.version() > base)
                .map(line -> kind.cast(line.entry()))
                .toList();
        return new ListUpdate<>(kind, eventId, base, book.version, asOf, changed);
    }

    private Book book(ListKind<?> kind, String eventId) {
        return books.computeIfAbsent(new Name(kind, eventId), name -> new Book());
    }
}
