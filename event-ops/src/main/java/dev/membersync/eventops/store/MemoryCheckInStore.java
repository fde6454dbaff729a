package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.Attendance;
import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.IssuedTicket;
import dev.membersync.eventops.checkin.Upload;
import dev.membersync.eventops.ticket.Serial;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A check-in store that lives as long as its object: for tests and rehearsals. */
public final class MemoryCheckInStore implements CheckInStore {
    private final String event;
    private final MemoryTables tables;
    private final Parts parts;

    private MemoryCheckInStore(String event, MemoryTables tables) {
        this.event = event;
        this.tables = tables;
        this.parts = new Parts(
                new MemoryFacts(tables),
                new MemoryAdmissions(tables.table()),
                new MemoryIssued(tables.table()),
                new MemoryLists(event, tables.table(), tables.table()),
                new MemoryUploads(tables.table()));
    }

    /** An empty store of this event. */
    public static MemoryCheckInStore create(String event) {
        return new MemoryCheckInStore(event, new MemoryTables());
    }

    @Override
    public String event() {
        return event;
    }

    @Override
    public <T> T inTransaction(Function<Tx, T> work) {
        return tables.transact(() -> work.apply(parts));
    }

    private record Parts(Facts facts, Admissions admissions, Issued issued, Lists lists, Uploads uploads)
            implements Tx {}

    private record MemoryAdmissions(MemoryTables.Table<Serial, Attendance> rows) implements Admissions {
        @Override
        public Optional<Attendance> find(Serial serial) {
            return rows.find(serial);
        }

        @Override
        public boolean compareAndSet(Attendance next, long expected) {
            boolean asRead = rows.find(next.serial()).map(Attendance::version).orElse(0L) == expected;
            if (asRead) {
                rows.put(next.serial(), next);
            }
            return asRead;
        }

        @Override
        public List<Attendance> page(Optional<Serial> after, int limit) {
            return rows.page(after, limit);
        }
    }

    private record MemoryIssued(MemoryTables.Table<Serial, IssuedTicket> rows) implements Issued {
        @Override
        public Optional<IssuedTicket> find(Serial serial) {
            return rows.find(serial);
        }

        @Override
        public List<IssuedTicket> named(String name) {
            return rows.rows().stream()
                    .filter(row -> Stream.of(
                                    row.names().ticketId(),
                                    row.names().barcode(),
                                    row.names().attendeeId(),
                                    row.names().orderId())
                            .anyMatch(name::equals))
                    .sorted(Comparator.comparing(IssuedTicket::issuedAt).thenComparing(IssuedTicket::serial))
                    .toList();
        }

        @Override
        public void put(IssuedTicket ticket) {
            rows.put(ticket.serial(), ticket);
        }

        @Override
        public List<IssuedTicket> page(Optional<Serial> after, int limit) {
            return rows.page(after, limit);
        }
    }

    private record MemoryUploads(MemoryTables.Table<Serial, Upload> rows) implements Uploads {
        @Override
        public Optional<Upload> find(Serial serial) {
            return rows.find(serial);
        }

        @Override
        public void put(Upload upload) {
            rows.put(upload.serial(), upload);
        }

        @Override
        public List<Upload> due(Instant now, int limit) {
            return rows.rows().stream()
                    .filter(row -> !row.isDone()
                            && row.dead().isEmpty()
                            && !row.dueAt().isAfter(now))
                    .sorted(Comparator.comparing(Upload::dueAt).thenComparing(Upload::serial))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Upload> dead(Optional<Serial> after, int limit) {
            return rows.rows().stream()
                    .filter(row -> row.dead().isPresent())
                    .filter(row -> after.isEmpty() || row.serial().compareTo(after.get()) > 0)
                    .limit(limit)
                    .toList();
        }
    }
}
