package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.Attendance;
import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.FactId;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.sync.store.SqlRow;
import dev.membersync.sync.store.SqlSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who came, in a database. */
record SqlAdmissions(SqlSession session, String event) implements CheckInStore.Admissions {
    private static final String SELECT =
            "SELECT serial, first_device, first_sequence, admissions, conflicts, version FROM checkin_admission ";

    @Override
    public Optional<Attendance> find(Serial serial) {
        return session.one(SELECT + "WHERE serial=? AND event=?", SqlAdmissions::read, serial.hex(), event);
    }

    @Override
    public boolean compareAndSet(Attendance next, long expected) {
        @Nullable String device = next.first().map(FactId::device).orElse(null);
        @Nullable Long sequence = next.first().map(FactId::sequence).orElse(null);
        if (expected == 0) {
            return session.update(
                            "INSERT INTO checkin_admission(serial, event, first_device, first_sequence, admissions,"
                                    + " conflicts, version) VALUES(?,?,?,?,?,?,?) ON CONFLICT(serial, event) DO NOTHING",
                            next.serial().hex(),
                            event,
                            device,
                            sequence,
                            next.admissions(),
                            next.conflicts(),
                            next.version())
                    == 1;
        }
        return session.update(
                        "UPDATE checkin_admission SET first_device=?, first_sequence=?, admissions=?, conflicts=?,"
                                + " version=? WHERE serial=? AND event=? AND version=?",
                        device,
                        sequence,
                        next.admissions(),
                        next.conflicts(),
                        next.version(),
                        next.serial().hex(),
                        event,
                        expected)
                == 1;
    }

    @Override
    public List<Attendance> page(Optional<Serial> after, int limit) {
        return session.list(
                SELECT + "WHERE serial>? AND event=? ORDER BY serial LIMIT ?",
                SqlAdmissions::read,
                after.map(Serial::hex).orElse(""),
                event,
                limit);
    }

    private static Attendance read(SqlRow row) throws SQLException {
        @Nullable String device = row.textOrNull(2);
        return new Attendance(
                new Serial(row.text(1)),
                device == null ? Optional.empty() : Optional.of(new FactId(device, row.number(3))),
                row.smallNumber(4),
                row.smallNumber(5),
                row.number(6));
    }
}
