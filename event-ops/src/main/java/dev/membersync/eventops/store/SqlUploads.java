package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.Upload;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.sync.store.Micros;
import dev.membersync.sync.store.SqlRow;
import dev.membersync.sync.store.SqlSession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What Accelevents is to be told, in a database. */
record SqlUploads(SqlSession session, String event) implements CheckInStore.Uploads {
    private static final String SELECT = "SELECT serial, wanted, told, attempts, due_at, dead FROM checkin_upload ";

    @Override
    public Optional<Upload> find(Serial serial) {
        return session.one(SELECT + "WHERE serial=? AND event=?", SqlUploads::read, serial.hex(), event);
    }

    @Override
    public void put(Upload upload) {
        session.update(
                "INSERT INTO checkin_upload(serial, event, wanted, told, attempts, due_at, dead, is_open)"
                        + " VALUES(?,?,?,?,?,?,?,?) ON CONFLICT(serial, event) DO UPDATE SET wanted=excluded.wanted,"
                        + " told=excluded.told, attempts=excluded.attempts, due_at=excluded.due_at,"
                        + " dead=excluded.dead, is_open=excluded.is_open",
                upload.serial().hex(),
                event,
                upload.wanted(),
                upload.told().orElse(null),
                upload.attempts(),
                Micros.of(upload.dueAt()),
                upload.dead().orElse(null),
                !upload.isDone() && upload.dead().isEmpty());
    }

    @Override
    public List<Upload> due(Instant now, int limit) {
        return session.list(
                SELECT + "WHERE is_open=1 AND due_at<=? AND event=? ORDER BY due_at, serial LIMIT ?",
                SqlUploads::read,
                Micros.of(now),
                event,
                limit);
    }

    @Override
    public List<Upload> dead(Optional<Serial> after, int limit) {
        return session.list(
                SELECT + "WHERE dead IS NOT NULL AND serial>? AND event=? ORDER BY serial LIMIT ?",
                SqlUploads::read,
                after.map(Serial::hex).orElse(""),
                event,
                limit);
    }

    private static Upload read(SqlRow row) throws SQLException {
        OptionalLong told = row.optionalNumber(3);
        return new Upload(
                new Serial(row.text(1)),
                row.flag(2),
                told.isPresent() ? Optional.of(told.getAsLong() == 1) : Optional.empty(),
                row.smallNumber(4),
                Micros.at(row.number(5)),
                row.optionalText(6));
    }
}
