package dev.membersync.eventops.store;

import dev.membersync.sync.store.Annex;
import java.util.List;

/**
 * The tables of the check-in. No column holds personal data: tickets are serials, holders keyed hashes, actors roles or
 * staff numbers. Times are microseconds since 1970.
 */
final class CheckInTables {
    static final Annex ANNEX = new Annex(
            "checkin",
            List.of(List.of(
                    "CREATE TABLE checkin_fact(device TEXT NOT NULL, sequence BIGINT NOT NULL, event TEXT NOT NULL,"
                            + " kind TEXT NOT NULL, device_at BIGINT NOT NULL, monotonic BIGINT NOT NULL,"
                            + " server_at BIGINT, round_trip BIGINT, serial TEXT, generation BIGINT, direction TEXT,"
                            + " gate TEXT, slot TEXT, outcome TEXT, rule TEXT, list_version BIGINT, snapshot TEXT,"
                            + " actor TEXT, reason TEXT, repeats BIGINT, undone_device TEXT, undone_sequence BIGINT,"
                            + " from_at BIGINT NOT NULL, at BIGINT NOT NULL, to_at BIGINT NOT NULL,"
                            + " PRIMARY KEY(device, sequence))",
                    "CREATE INDEX checkin_fact_serial ON checkin_fact(serial, event) WHERE serial IS NOT NULL",
                    "CREATE INDEX checkin_fact_undone ON checkin_fact(undone_device, undone_sequence)"
                            + " WHERE undone_device IS NOT NULL",
                    "CREATE TABLE checkin_admission(serial TEXT NOT NULL, event TEXT NOT NULL, first_device TEXT,"
                            + " first_sequence BIGINT, admissions BIGINT NOT NULL, conflicts BIGINT NOT NULL,"
                            + " version BIGINT NOT NULL, PRIMARY KEY(serial, event))",
                    "CREATE TABLE checkin_ticket(serial TEXT NOT NULL, event TEXT NOT NULL, ticket_id TEXT,"
                            + " barcode TEXT, attendee_id TEXT, order_id TEXT, test SMALLINT NOT NULL,"
                            + " key_id BIGINT NOT NULL, class BIGINT NOT NULL,"
                            + " generation BIGINT NOT NULL, valid_from BIGINT, valid_until BIGINT,"
                            + " mask BIGINT NOT NULL, holding_generation BIGINT NOT NULL, canceled SMALLINT NOT NULL,"
                            + " payment TEXT NOT NULL, due_minor BIGINT, due_currency TEXT, approved SMALLINT NOT NULL,"
                            + " email_kind TEXT NOT NULL, email_hash BIGINT NOT NULL, name_kind TEXT NOT NULL,"
                            + " name_hash BIGINT NOT NULL, mark_key BIGINT NOT NULL, delivered BIGINT NOT NULL,"
                            + " issued_at BIGINT NOT NULL, PRIMARY KEY(serial, event))",
                    "CREATE UNIQUE INDEX checkin_ticket_id ON checkin_ticket(ticket_id, event)",
                    "CREATE UNIQUE INDEX checkin_ticket_barcode ON checkin_ticket(barcode, event)",
                    "CREATE UNIQUE INDEX checkin_ticket_attendee ON checkin_ticket(attendee_id, event)",
                    "CREATE INDEX checkin_ticket_order ON checkin_ticket(order_id, event)",
                    "CREATE TABLE checkin_list(serial TEXT NOT NULL, kind TEXT NOT NULL, event TEXT NOT NULL,"
                            + " version BIGINT NOT NULL, entry BYTES NOT NULL, PRIMARY KEY(serial, kind, event))",
                    "CREATE UNIQUE INDEX checkin_list_version ON checkin_list(kind, event, version)",
                    "CREATE TABLE checkin_event(event TEXT PRIMARY KEY, as_of BIGINT NOT NULL)",
                    "CREATE TABLE checkin_upload(serial TEXT NOT NULL, event TEXT NOT NULL, wanted SMALLINT NOT NULL,"
                            + " told SMALLINT, attempts BIGINT NOT NULL, due_at BIGINT NOT NULL, dead TEXT,"
                            + " is_open SMALLINT NOT NULL, PRIMARY KEY(serial, event))",
                    "CREATE INDEX checkin_upload_due ON checkin_upload(due_at, serial, event) WHERE is_open=1")));

    private CheckInTables() {}
}
