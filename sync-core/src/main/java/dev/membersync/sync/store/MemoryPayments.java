package dev.membersync.sync.store;

import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKey;
import dev.membersync.sync.payment.PaymentRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is known about money, in memory. */
final class MemoryPayments implements Payments {
    /** The order of a database: every part by its bytes. */
    static final Comparator<FactKey> ORDER = Comparator.comparing(FactKey::id, Names.ORDER)
            .thenComparing(key -> key.kind().name())
            .thenComparing(FactKey::system, Names.ORDER);

    private final MemoryRows rows;

    MemoryPayments(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean add(Fact fact) {
        if (fact(fact.key()).isPresent()) {
            return false;
        }
        Fact kept = new Fact(
                fact.key(),
                fact.collectedBy(),
                fact.live(),
                fact.money(),
                fact.tax(),
                Micros.kept(fact.at()),
                fact.dated(),
                fact.about());
        rows.facts.put(kept.key(), kept);
        return true;
    }

    @Override
    public Optional<Fact> fact(FactKey key) {
        return rows.facts.find(key);
    }

    @Override
    public List<Fact> ofOrder(String order) {
        return rows.factsByOrder.keys(order).stream()
                .flatMap(key -> rows.facts.find(key).stream())
                .toList();
    }

    @Override
    public List<Fact> facts(Optional<FactKey> after, int limit) {
        return (after.isPresent() ? rows.facts.after(after.get()) : rows.facts.rows().stream())
                .limit(limit)
                .toList();
    }

    @Override
    public long count() {
        return rows.facts.size();
    }

    @Override
    public Optional<PaymentRow> find(String key) {
        return rows.payments.find(key);
    }

    @Override
    public void save(PaymentRow row) {
        rows.payments.put(
                row.key(),
                new PaymentRow(
                        row.key(),
                        row.standing(),
                        row.told(),
                        row.telling(),
                        row.sentAt().map(Micros::kept),
                        row.attempt()));
    }

    @Override
    public List<PaymentRow> page(String afterKey, int limit) {
        return rows.payments.after(afterKey).limit(limit).toList();
    }

    @Override
    public List<PaymentRow> open(String afterKey, int limit) {
        return rows.payments
                .after(afterKey)
                .filter(row -> row.sentAt().isPresent())
                .limit(limit)
                .toList();
    }
}
