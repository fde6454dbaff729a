package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.ticket.ListEntry;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.ListUpdate;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.sync.store.Micros;
import dev.membersync.sync.store.SqlSession;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists in a database: an entry rests as the 20 bytes that a signed list has of it. */
record SqlLists(SqlSession session, String event) implements CheckInStore.Lists {
    @Override
    public <E extends ListEntry> Optional<E> find(ListKind<E> kind, Serial serial) {
        return session.one(
                        "SELECT entry FROM checkin_list WHERE serial=? AND kind=? AND event=?",
                        row -> row.bytes(1),
                        serial.hex(),
                        kind.toString(),
                        event)
                .map(bytes -> entry(kind, bytes));
    }

    private static <E extends ListEntry> E entry(ListKind<E> kind, byte[] bytes) {
        return kind.entry(ByteBuffer.wrap(bytes))
                .orElseThrow(() -> new IllegalStateException("an entry of the " + kind + " is damaged"));
    }

    @Override
    public <E extends ListEntry> void put(ListKind<E> kind, E entry) {
        if (find(kind, entry.serial()).filter(known -> !entry.replaces(known)).isPresent()) {
            return;
        }
        session.update(
                "INSERT INTO checkin_list(serial, kind, event, version, entry) VALUES(?,?,?,?,?)"
                        + " ON CONFLICT(serial, kind, event) DO UPDATE SET version=excluded.version,"
                        + " entry=excluded.entry",
                entry.serial().hex(),
                kind.toString(),
                event,
                version(kind) + 1,
                kind.bytes(entry));
    }

    @Override
    public long version(ListKind<?> kind) {
        return session.number("SELECT MAX(version) FROM checkin_list WHERE kind=? AND event=?", kind.toString(), event);
    }

    @Override
    public <E extends ListEntry> ListUpdate<E> since(ListKind<E> kind, long version, Instant asOf) {
        long reached = version(kind);
        long base = version > reached ? 0 : version;
        List<byte[]> entries = session.list(
                "SELECT entry FROM checkin_list WHERE kind=? AND event=? AND version>? ORDER BY serial",
                row -> row.bytes(1),
                kind.toString(),
                event,
                base);
        return new ListUpdate<>(
                kind,
                event,
                base,
                reached,
                asOf,
                entries.stream().map(bytes -> entry(kind, bytes)).toList());
    }

    @Override
    public Optional<Instant> asOf() {
        return session.one("SELECT as_of FROM checkin_event WHERE event=?", row -> Micros.at(row.number(1)), event);
    }

    @Override
    public void confirm(Instant asOf) {
        session.update(
                "INSERT INTO checkin_event(event, as_of) VALUES(?,?) ON CONFLICT(event) DO UPDATE"
                        + " SET as_of=excluded.as_of WHERE checkin_event.as_of<excluded.as_of",
                event,
                Micros.of(asOf));
    }
}
