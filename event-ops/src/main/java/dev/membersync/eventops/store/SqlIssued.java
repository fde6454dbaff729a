package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.HolderMark;
import dev.membersync.eventops.checkin.Holding;
import dev.membersync.eventops.checkin.IssuedTicket;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Micros;
import dev.membersync.sync.store.SqlRow;
import dev.membersync.sync.store.SqlSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Issued tickets in a database. */
record SqlIssued(SqlSession session, String event) implements CheckInStore.Issued {
    private static final String COLUMNS =
            "ticket_id, barcode, attendee_id, order_id, test, key_id, class, generation, valid_from,"
                    + " valid_until, mask, holding_generation, canceled, payment, due_minor, due_currency, approved,"
                    + " email_kind, email_hash, name_kind, name_hash, mark_key, delivered, issued_at, serial";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM checkin_ticket ";
    private static final String PUT = "INSERT INTO checkin_ticket(" + COLUMNS
            + ", event) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(serial, event) DO UPDATE"
            + " SET ticket_id=excluded.ticket_id, barcode=excluded.barcode, attendee_id=excluded.attendee_id,"
            + " order_id=excluded.order_id, test=excluded.test, key_id=excluded.key_id,"
            + " class=excluded.class, generation=excluded.generation, valid_from=excluded.valid_from,"
            + " valid_until=excluded.valid_until, mask=excluded.mask,"
            + " holding_generation=excluded.holding_generation, canceled=excluded.canceled,"
            + " payment=excluded.payment, due_minor=excluded.due_minor, due_currency=excluded.due_currency,"
            + " approved=excluded.approved, email_kind=excluded.email_kind, email_hash=excluded.email_hash,"
            + " name_kind=excluded.name_kind, name_hash=excluded.name_hash, mark_key=excluded.mark_key,"
            + " delivered=excluded.delivered, issued_at=excluded.issued_at";

    @Override
    public Optional<IssuedTicket> find(Serial serial) {
        return session.one(SELECT + "WHERE serial=? AND event=?", SqlIssued::read, serial.hex(), event);
    }

    @Override
    public List<IssuedTicket> named(String name) {
        return session.list(
                SELECT + "WHERE (ticket_id=? OR barcode=? OR attendee_id=? OR order_id=?) AND event=?"
                        + " ORDER BY issued_at, serial",
                SqlIssued::read,
                name,
                name,
                name,
                name,
                event);
    }

    @Override
    public void put(IssuedTicket ticket) {
        TicketRef names = ticket.names();
        TicketBody body = ticket.body();
        Holding holding = ticket.holding();
        HolderMark holder = ticket.holder();
        session.update(
                PUT,
                names.ticketId(),
                names.barcode(),
                names.attendeeId(),
                names.orderId(),
                body.test(),
                body.keyId(),
                body.ticketClass(),
                body.generation(),
                Micros.of(Optional.ofNullable(body.validFrom())),
                Micros.of(Optional.ofNullable(body.validUntil())),
                body.accessMask(),
                holding.generation(),
                holding.isCanceled(),
                holding.payment().name(),
                holding.due().map(Money::minor).orElse(null),
                holding.due().map(due -> due.currency().getCurrencyCode()).orElse(null),
                holding.isApproved(),
                holder.email().kind().name(),
                holder.email().hash(),
                holder.name().kind().name(),
                holder.name().hash(),
                holder.key(),
                ticket.deliveredGeneration(),
                Micros.of(ticket.issuedAt()),
                ticket.serial().hex(),
                event);
    }

    @Override
    public List<IssuedTicket> page(Optional<Serial> after, int limit) {
        return session.list(
                SELECT + "WHERE serial>? AND event=? ORDER BY serial LIMIT ?",
                SqlIssued::read,
                after.map(Serial::hex).orElse(""),
                event,
                limit);
    }

    private static IssuedTicket read(SqlRow row) throws SQLException {
        return new IssuedTicket(
                new TicketRef(row.textOrNull(1), row.textOrNull(2), row.textOrNull(3), row.textOrNull(4)),
                new TicketBody(
                        row.flag(5),
                        row.smallNumber(6),
                        0,
                        new Serial(row.text(25)),
                        row.smallNumber(7),
                        row.smallNumber(8),
                        Micros.at(row.optionalNumber(9)).orElse(null),
                        Micros.at(row.optionalNumber(10)).orElse(null),
                        row.smallNumber(11)),
                holding(row),
                new HolderMark(
                        new Mark(Value.Kind.valueOf(row.text(18)), row.number(19)),
                        new Mark(Value.Kind.valueOf(row.text(20)), row.number(21)),
                        row.number(22)),
                row.smallNumber(23),
                Micros.at(row.number(24)));
    }

    private static Holding holding(SqlRow row) throws SQLException {
        Optional<String> currency = row.optionalText(16);
        long minor = row.number(15);
        return new Holding(
                row.smallNumber(12),
                row.flag(13),
                Holding.PaymentStanding.valueOf(row.text(14)),
                currency.map(code -> Money.ofMinor(minor, code)),
                row.flag(17));
    }
}
