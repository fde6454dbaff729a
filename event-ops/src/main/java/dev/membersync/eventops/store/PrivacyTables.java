package dev.membersync.eventops.store;

import dev.membersync.sync.store.Annex;
import java.util.List;

/** The tables of erasures. Until its last step a row names the person; a receipt holds no personal data. */
final class PrivacyTables {
    static final Annex ANNEX = new Annex(
            "privacy",
            List.of(List.of(
                    "CREATE TABLE privacy_erasure(id TEXT PRIMARY KEY, user_id TEXT NOT NULL, address BIGINT, name BIGINT,"
                            + " bars SMALLINT NOT NULL, placeholder TEXT NOT NULL, requested_at BIGINT NOT NULL,"
                            + " runs_at BIGINT NOT NULL, step TEXT NOT NULL)",
                    "CREATE UNIQUE INDEX privacy_erasure_user ON privacy_erasure(user_id)",
                    "CREATE TABLE privacy_ticket(id TEXT NOT NULL, place TEXT NOT NULL, shown TEXT NOT NULL,"
                            + " ticket_id TEXT, barcode TEXT, attendee_id TEXT, order_id TEXT, ours SMALLINT NOT NULL,"
                            + " done SMALLINT NOT NULL, PRIMARY KEY(id, place, shown))",
                    "CREATE TABLE privacy_result(seq AUTOKEY, id TEXT NOT NULL, system TEXT NOT NULL,"
                            + " outcome TEXT NOT NULL, number BIGINT NOT NULL, note TEXT NOT NULL, owner TEXT, due TEXT)",
                    "CREATE TABLE privacy_receipt(number BIGINT PRIMARY KEY, id TEXT NOT NULL, receipt TEXT NOT NULL)",
                    "CREATE UNIQUE INDEX privacy_receipt_id ON privacy_receipt(id)")));

    private PrivacyTables() {}
}
