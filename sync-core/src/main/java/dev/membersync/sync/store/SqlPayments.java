package dev.membersync.sync.store;

import dev.membersync.sync.payment.About;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKey;
import dev.membersync.sync.payment.FactKind;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.OrderStanding;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.PaymentState;
import dev.membersync.sync.payment.Telling;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known about money, in a database. */
record SqlPayments(SqlSession session, long scope) implements Payments {
    static final String FACT = "SELECT system, fact_id, kind, collector, live, minor, currency, tax, at, dated,"
            + " parent, order_id, user_id, purpose, processor_id, own_key FROM sync_fact ";
    static final String ROW = "SELECT payment_key, system, charge_id, order_id, admitted, ended, said, owed,"
            + " currency, told_user, told_minor, told_state, sent_user, sent_minor, sent_state, sent_at, attempt"
            + " FROM sync_payment ";

    @Override
    public boolean add(Fact fact) {
        if (fact(fact.key()).isPresent()) {
            return false;
        }
        About about = fact.about();
        session.update(
                "INSERT INTO sync_fact(system, fact_id, kind, collector, live, minor, currency, tax, at, dated, parent,"
                        + " order_id, user_id, purpose, processor_id, own_key, scope_id)"
                        + " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                fact.key().system(),
                fact.key().id(),
                fact.kind().name(),
                fact.collectedBy(),
                fact.live(),
                fact.money().minor(),
                fact.money().code(),
                fact.tax(),
                Micros.of(fact.at()),
                fact.dated(),
                about.parent().orElse(null),
                about.order().orElse(null),
                about.userId().orElse(null),
                about.purpose().orElse(null),
                about.processorId().orElse(null),
                about.ownKey().orElse(null),
                scope);
        return true;
    }

    @Override
    public Optional<Fact> fact(FactKey key) {
        return session.one(
                FACT + "WHERE fact_id=? AND kind=? AND system=? AND scope_id=?",
                SqlPayments::fact,
                key.id(),
                key.kind().name(),
                key.system(),
                scope);
    }

    @Override
    public List<Fact> ofOrder(String order) {
        return List.copyOf(session.list(
                FACT + "WHERE order_id=? AND scope_id=? ORDER BY fact_id, kind, system",
                SqlPayments::fact,
                order,
                scope));
    }

    @Override
    public List<Fact> facts(Optional<FactKey> after, int limit) {
        return List.copyOf(session.list(
                FACT + "WHERE (fact_id, kind, system) > (?,?,?) AND scope_id=? ORDER BY fact_id, kind, system LIMIT ?",
                SqlPayments::fact,
                after.map(FactKey::id).orElse(""),
                after.map(key -> key.kind().name()).orElse(""),
                after.map(FactKey::system).orElse(""),
                scope,
                limit));
    }

    @Override
    public long count() {
        return session.number("SELECT COUNT(*) FROM sync_fact WHERE scope_id=?", scope);
    }

    @Override
    public Optional<PaymentRow> find(String key) {
        return session.one(ROW + "WHERE payment_key=? AND scope_id=?", SqlPayments::row, key, scope);
    }

    @Override
    public void save(PaymentRow row) {
        @Nullable Object[] values = values(row);
        int met = session.update(
                "UPDATE sync_payment SET system=?, charge_id=?, order_id=?, admitted=?, ended=?, said=?, owed=?,"
                        + " currency=?, told_user=?, told_minor=?, told_state=?, sent_user=?, sent_minor=?, sent_state=?,"
                        + " sent_at=?, attempt=? WHERE payment_key=? AND scope_id=?",
                values);
        if (met == 0) {
            session.update(
                    "INSERT INTO sync_payment(system, charge_id, order_id, admitted, ended, said, owed, currency,"
                            + " told_user, told_minor, told_state, sent_user, sent_minor, sent_state, sent_at, attempt,"
                            + " payment_key, scope_id) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                    values);
        }
    }

    private @Nullable Object[] values(PaymentRow row) {
        OrderStanding standing = row.standing();
        return new @Nullable Object[] {
            standing.charge().system(),
            standing.charge().id(),
            standing.order(),
            standing.admitted(),
            standing.ended(),
            standing.said().name(),
            standing.owed().minor(),
            standing.owed().code(),
            row.told().map(Telling::userId).orElse(null),
            minor(row.told()),
            row.told().map(told -> told.state().name()).orElse(null),
            row.telling().map(Telling::userId).orElse(null),
            minor(row.telling()),
            row.telling().map(told -> told.state().name()).orElse(null),
            Micros.of(row.sentAt()),
            row.attempt(),
            row.key(),
            scope
        };
    }

    private static @Nullable Long minor(Optional<Telling> telling) {
        return telling.isPresent() ? (Long) telling.get().net().minor() : null;
    }

    @Override
    public List<PaymentRow> page(String afterKey, int limit) {
        return List.copyOf(session.list(
                ROW + "WHERE payment_key>? AND scope_id=? ORDER BY payment_key LIMIT ?",
                SqlPayments::row,
                afterKey,
                scope,
                limit));
    }

    @Override
    public List<PaymentRow> open(String afterKey, int limit) {
        return List.copyOf(session.list(
                ROW + "WHERE payment_key>? AND scope_id=? AND sent_at IS NOT NULL ORDER BY payment_key LIMIT ?",
                SqlPayments::row,
                afterKey,
                scope,
                limit));
    }

    static Fact fact(SqlRow row) throws SQLException {
        return new Fact(
                new FactKey(row.text(1), row.text(2), FactKind.valueOf(row.text(3))),
                row.text(4),
                row.number(5) == 1,
                Money.ofMinor(row.number(6), row.text(7)),
                row.number(8),
                Micros.at(row.number(9)),
                row.number(10) == 1,
                new About(
                        row.optionalText(11),
                        row.optionalText(12),
                        row.optionalText(13),
                        row.optionalText(14),
                        row.optionalText(15),
                        row.optionalText(16)));
    }

    static PaymentRow row(SqlRow row) throws SQLException {
        String currency = row.text(9);
        return new PaymentRow(
                row.text(1),
                new OrderStanding(
                        new FactKey(row.text(2), row.text(3), FactKind.CHARGE),
                        row.text(4),
                        row.number(5),
                        row.number(6),
                        PaymentState.valueOf(row.text(7)),
                        Money.ofMinor(row.number(8), currency)),
                telling(row, 10, currency),
                telling(row, 13, currency),
                Micros.at(row.optionalNumber(16)),
                row.smallNumber(17));
    }

    private static Optional<Telling> telling(SqlRow row, int from, String currency) throws SQLException {
        String userId = row.textOrNull(from);
        return userId == null
                ? Optional.empty()
                : Optional.of(new Telling(
                        userId,
                        Money.ofMinor(row.number(from + 1), currency),
                        PaymentState.valueOf(row.text(from + 2))));
    }
}
