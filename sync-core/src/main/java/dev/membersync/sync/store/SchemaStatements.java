package dev.membersync.sync.store;

import java.util.List;

/**
 * The statements of the schema. No column holds personal data: marks and keys are keyed hashes, names are those of
 * records, fields and reasons. Times are microseconds since 1970.
 *
 * <p>The scope comes last in each index: a scope has up to a million rows, the other columns few for each value. An
 * index that starts with the scope would make an {@code IN} list walk all of them.
 */
final class SchemaStatements {
    static final List<String> VERSION_1 = List.of(
            "CREATE TABLE sync_meta(name TEXT PRIMARY KEY, fact TEXT NOT NULL)",
            "CREATE TABLE sync_scope(scope_id AUTOKEY, account TEXT NOT NULL, event TEXT NOT NULL,"
                    + " occurrence TEXT NOT NULL, workflow TEXT NOT NULL,"
                    + " UNIQUE(event, workflow, account, occurrence))",
            "CREATE TABLE sync_counter(name TEXT NOT NULL, scope_id BIGINT NOT NULL, last BIGINT NOT NULL,"
                    + " PRIMARY KEY(name, scope_id))",
            "CREATE TABLE sync_member(user_id TEXT NOT NULL, scope_id BIGINT NOT NULL, marks BYTES NOT NULL,"
                    + " email_key BIGINT, generation BIGINT NOT NULL, gone SMALLINT NOT NULL,"
                    + " PRIMARY KEY(user_id, scope_id))",
            "CREATE INDEX sync_member_email ON sync_member(email_key, scope_id)",
            "CREATE INDEX sync_member_generation ON sync_member(generation, scope_id)",
            "CREATE TABLE sync_ticket(row_no BIGINT NOT NULL, scope_id BIGINT NOT NULL, ticket_id TEXT, barcode TEXT,"
                    + " attendee_id TEXT, order_id TEXT, access TEXT NOT NULL, marks BYTES NOT NULL,"
                    + " email_key BIGINT, name_key BIGINT, type_id TEXT, tag TEXT, age BIGINT NOT NULL,"
                    + " generation BIGINT NOT NULL, detailed SMALLINT NOT NULL, PRIMARY KEY(row_no, scope_id))",
            "CREATE UNIQUE INDEX sync_ticket_id ON sync_ticket(ticket_id, scope_id)",
            "CREATE UNIQUE INDEX sync_ticket_barcode ON sync_ticket(barcode, scope_id)",
            "CREATE UNIQUE INDEX sync_ticket_attendee ON sync_ticket(attendee_id, scope_id)",
            "CREATE INDEX sync_ticket_email ON sync_ticket(email_key, scope_id)",
            "CREATE INDEX sync_ticket_tag ON sync_ticket(tag, scope_id)",
            "CREATE INDEX sync_ticket_generation ON sync_ticket(generation, scope_id)",
            "CREATE TABLE sync_link(user_id TEXT NOT NULL, scope_id BIGINT NOT NULL, ticket_row BIGINT NOT NULL,"
                    + " state TEXT NOT NULL, origin TEXT NOT NULL, base BYTES NOT NULL, mapping TEXT NOT NULL,"
                    + " version BIGINT NOT NULL, PRIMARY KEY(user_id, scope_id))",
            "CREATE UNIQUE INDEX sync_link_ticket ON sync_link(ticket_row, scope_id)",
            "CREATE TABLE sync_intent(user_id TEXT NOT NULL, scope_id BIGINT NOT NULL, open_key BIGINT,"
                    + " step TEXT NOT NULL, order_id TEXT, type_id TEXT, sent_at BIGINT, probe_at BIGINT,"
                    + " attempt BIGINT NOT NULL, PRIMARY KEY(user_id, scope_id))",
            // Keys that are null do not collide: an intent without an open match key takes none.
            "CREATE UNIQUE INDEX sync_intent_key ON sync_intent(open_key, scope_id)",
            "CREATE TABLE sync_work(user_id TEXT NOT NULL, scope_id BIGINT NOT NULL, seq BIGINT NOT NULL,"
                    + " epoch BIGINT NOT NULL, lane SMALLINT NOT NULL, due_at BIGINT NOT NULL,"
                    + " attempts BIGINT NOT NULL, waits_for TEXT, owner TEXT, lease_until BIGINT,"
                    + " PRIMARY KEY(user_id, scope_id))",
            "CREATE INDEX sync_work_turn ON sync_work(lane, due_at, user_id, scope_id) WHERE waits_for IS NULL",
            "CREATE INDEX sync_work_parked ON sync_work(waits_for, user_id, scope_id) WHERE waits_for IS NOT NULL",
            "CREATE TABLE sync_cursor(feed TEXT NOT NULL, scope_id BIGINT NOT NULL, position TEXT NOT NULL,"
                    + " generation BIGINT NOT NULL, complete BIGINT NOT NULL, PRIMARY KEY(feed, scope_id))",
            "CREATE TABLE sync_review(kind TEXT NOT NULL, subject TEXT NOT NULL, scope_id BIGINT NOT NULL,"
                    + " fields TEXT NOT NULL, reason TEXT NOT NULL, opened_at BIGINT NOT NULL, closed_at BIGINT,"
                    + " decision TEXT, PRIMARY KEY(subject, kind, scope_id))",
            "CREATE INDEX sync_review_open ON sync_review(kind, subject, scope_id) WHERE closed_at IS NULL",
            "CREATE TABLE sync_dead(user_id TEXT NOT NULL, scope_id BIGINT NOT NULL, kind TEXT NOT NULL,"
                    + " why TEXT NOT NULL, attempts BIGINT NOT NULL, at BIGINT NOT NULL,"
                    + " PRIMARY KEY(user_id, scope_id))",
            "CREATE TABLE sync_audit(seq AUTOKEY, scope_id BIGINT NOT NULL, at BIGINT NOT NULL,"
                    + " user_id TEXT NOT NULL, ticket TEXT NOT NULL, situation TEXT NOT NULL,"
                    + " operation TEXT NOT NULL, fields TEXT NOT NULL, outcome TEXT NOT NULL)");

    static final List<String> VERSION_2 = List.of(
            "ALTER TABLE sync_work ADD COLUMN process TEXT",
            "CREATE TABLE sync_token(name TEXT PRIMARY KEY, sealed BYTES, process TEXT, holder BIGINT)",
            "CREATE TABLE sync_incident(kind TEXT NOT NULL, subject TEXT NOT NULL, scope_id BIGINT NOT NULL,"
                    + " service TEXT NOT NULL, status BIGINT, code TEXT, number BIGINT NOT NULL,"
                    + " message TEXT NOT NULL, next_step TEXT NOT NULL,"
                    + " opened_at BIGINT NOT NULL, last_at BIGINT NOT NULL, closed_at BIGINT, times BIGINT NOT NULL,"
                    + " PRIMARY KEY(subject, kind, scope_id))",
            "CREATE INDEX sync_incident_open ON sync_incident(kind, subject, scope_id) WHERE closed_at IS NULL");

    static final List<String> VERSION_3 = List.of("ALTER TABLE sync_intent ADD COLUMN sent BYTES");

    static final List<String> VERSION_4 = List.of(
            "CREATE TABLE sync_fact(fact_id TEXT NOT NULL, kind TEXT NOT NULL, system TEXT NOT NULL,"
                    + " scope_id BIGINT NOT NULL, collector TEXT NOT NULL, live SMALLINT NOT NULL,"
                    + " minor BIGINT NOT NULL, currency TEXT NOT NULL, tax BIGINT NOT NULL, at BIGINT NOT NULL,"
                    + " dated SMALLINT NOT NULL, parent TEXT, order_id TEXT, user_id TEXT, purpose TEXT,"
                    + " processor_id TEXT, own_key TEXT, PRIMARY KEY(fact_id, kind, system, scope_id))",
            "CREATE INDEX sync_fact_order ON sync_fact(order_id, scope_id)",
            "CREATE TABLE sync_payment(payment_key TEXT NOT NULL, scope_id BIGINT NOT NULL, system TEXT NOT NULL,"
                    + " charge_id TEXT NOT NULL, order_id TEXT NOT NULL, admitted BIGINT NOT NULL,"
                    + " ended BIGINT NOT NULL, said TEXT NOT NULL, owed BIGINT NOT NULL, currency TEXT NOT NULL,"
                    + " told_user TEXT, told_minor BIGINT, told_state TEXT, sent_user TEXT, sent_minor BIGINT,"
                    + " sent_state TEXT, sent_at BIGINT, attempt BIGINT NOT NULL, PRIMARY KEY(payment_key, scope_id))",
            "CREATE INDEX sync_payment_open ON sync_payment(payment_key, scope_id) WHERE sent_at IS NOT NULL");

    static final List<String> VERSION_5 =
            List.of("CREATE TABLE sync_tombstone(hash BIGINT PRIMARY KEY, at BIGINT NOT NULL)");

    static final List<String> VERSION_6 =
            List.of("CREATE TABLE sync_budget(credential TEXT PRIMARY KEY, page BYTES NOT NULL)");

    private SchemaStatements() {}
}
