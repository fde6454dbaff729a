package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.Clocks;
import dev.membersync.eventops.checkin.Contact;
import dev.membersync.eventops.checkin.Direction;
import dev.membersync.eventops.checkin.Fact;
import dev.membersync.eventops.checkin.FactId;
import dev.membersync.eventops.checkin.Moment;
import dev.membersync.eventops.checkin.Outcome;
import dev.membersync.eventops.checkin.Scan;
import dev.membersync.eventops.checkin.TimedScan;
import dev.membersync.eventops.checkin.Undo;
import dev.membersync.eventops.checkin.Waiver;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.sync.store.Micros;
import dev.membersync.sync.store.SqlRow;
import dev.membersync.sync.store.SqlSession;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Facts in a database: one table for all kinds, in which the columns of other kinds are null. */
record SqlFacts(SqlSession session, String event) implements CheckInStore.Facts {
    private static final String SCAN = "SCAN";
    private static final String CONTACT = "CONTACT";
    private static final String UNDO = "UNDO";

    private static final String COLUMNS =
            "device, sequence, kind, device_at, monotonic, server_at, round_trip, serial, generation, direction, gate,"
                    + " slot, outcome, rule, list_version, snapshot, actor, reason, undone_device, undone_sequence, repeats";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM checkin_fact ";
    private static final String TIMED =
            "SELECT " + COLUMNS + ", from_at, at, to_at, EXISTS(SELECT 1 FROM checkin_fact u"
                    + " WHERE u.undone_device=f.device AND u.undone_sequence=f.sequence) FROM checkin_fact f ";
    private static final String INSERT = "INSERT INTO checkin_fact(" + COLUMNS
            + ", event, from_at, at, to_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    @Override
    public Optional<Fact> find(FactId id) {
        return session.one(SELECT + "WHERE device=? AND sequence=?", SqlFacts::read, id.device(), id.sequence());
    }

    @Override
    public void add(Fact fact, Moment when) {
        Cells cells = new Cells(fact, event, when);
        if (fact instanceof Scan scan) {
            cells.of(SCAN, null, scan, scan.waiver(), Optional.empty());
        } else if (fact instanceof Undo undo) {
            cells.of(UNDO, null, null, Optional.of(undo.by()), Optional.of(undo.scan()));
        } else if (fact instanceof Contact contact) {
            cells.of(CONTACT, contact.roundTrip().toNanos(), null, Optional.empty(), Optional.empty());
        }
        session.update(INSERT, cells.values());
    }

    @Override
    public boolean move(FactId scan, Moment when) {
        long from = Micros.of(when.from());
        long at = Micros.of(when.at());
        long to = Micros.of(when.to());
        return session.update(
                        "UPDATE checkin_fact SET from_at=?, at=?, to_at=? WHERE device=? AND sequence=?"
                                + " AND (from_at<>? OR at<>? OR to_at<>?)",
                        from,
                        at,
                        to,
                        scan.device(),
                        scan.sequence(),
                        from,
                        at,
                        to)
                == 1;
    }

    @Override
    public List<Fact> timeline(String device) {
        return session.list(
                SELECT + "WHERE device=? AND (server_at IS NULL OR kind=?) ORDER BY sequence",
                SqlFacts::read,
                device,
                CONTACT);
    }

    @Override
    public List<TimedScan> scans(Serial serial) {
        return session.list(
                TIMED + "WHERE serial=? AND event=? AND kind='SCAN' ORDER BY device, sequence",
                SqlFacts::timed,
                serial.hex(),
                event);
    }

    @Override
    public List<TimedScan> page(Optional<FactId> after, int limit) {
        String device = after.map(FactId::device).orElse("");
        return session.list(
                TIMED + "WHERE (device>? OR (device=? AND sequence>?)) AND event=? AND kind='SCAN'"
                        + " ORDER BY device, sequence LIMIT ?",
                SqlFacts::timed,
                device,
                device,
                after.map(FactId::sequence).orElse(0L),
                event,
                limit);
    }

    private static TimedScan timed(SqlRow row) throws SQLException {
        return new TimedScan(
                (Scan) read(row),
                new Moment(Micros.at(row.number(22)), Micros.at(row.number(23)), Micros.at(row.number(24))),
                row.flag(25));
    }

    private static Fact read(SqlRow row) throws SQLException {
        FactId id = new FactId(row.text(1), row.number(2));
        Clocks clocks = new Clocks(Micros.at(row.number(4)), row.number(5), Micros.at(row.optionalNumber(6)));
        return switch (row.text(3)) {
            case CONTACT -> new Contact(id, clocks, Duration.ofNanos(row.number(7)));
            case UNDO ->
                new Undo(
                        id,
                        clocks,
                        new FactId(row.text(19), row.number(20)),
                        waiver(row).orElseThrow());
            default ->
                new Scan(
                        id,
                        clocks,
                        row.optionalText(8).map(Serial::new),
                        row.smallNumber(9),
                        Direction.valueOf(row.text(10)),
                        row.text(11),
                        row.text(12),
                        Outcome.valueOf(row.text(13)),
                        row.text(14),
                        row.number(15),
                        row.text(16),
                        waiver(row),
                        row.number(21));
        };
    }

    private static Optional<Waiver> waiver(SqlRow row) throws SQLException {
        Optional<String> actor = row.optionalText(17);
        return actor.isEmpty() ? Optional.empty() : Optional.of(new Waiver(actor.get(), row.text(18)));
    }
}
