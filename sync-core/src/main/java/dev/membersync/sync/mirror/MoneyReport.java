package dev.membersync.sync.mirror;

import dev.membersync.sync.payment.DailyReport;
import dev.membersync.sync.payment.Discrepancy;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKey;
import dev.membersync.sync.payment.Ledger;
import dev.membersync.sync.payment.OrderStanding;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.payment.Reconciliation;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.SyncStore.Tx;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The reconciliation of one workflow from what is remembered; no call.
 *
 * @param report the daily lines and what does not agree
 * @param lastRead when each system was last read to its end
 * @param zeroSums what is left over, by currency, of lines and journal together: each is 0 or something is wrong
 */
public record MoneyReport(DailyReport report, Map<String, Instant> lastRead, SortedMap<String, Long> zeroSums) {
    private static final int PAGE = 1_000;

    /** Reads and reconciles. */
    public static MoneyReport of(PaymentParts parts, ZoneId zone, ReconciliationRules rules) {
        return parts.in(tx -> of(tx, parts, zone, rules));
    }

    private static MoneyReport of(Tx tx, PaymentParts parts, ZoneId zone, ReconciliationRules rules) {
        Instant now = parts.time().instant();
        Ledger ledger = Ledger.of(facts(tx));
        Map<String, Instant> read = new HashMap<>();
        Cursor cursor = tx.cursors().find(PaymentRun.FEED);
        if (cursor.complete() > 0) {
            read.put(parts.workflow().source().system(), Instant.parse(cursor.value()));
        }
        List<Discrepancy> found = Reconciliation.of(ledger, standings(tx), read, now, rules);
        DailyReport report = DailyReport.of(ledger, found, zone, rules);
        SortedMap<String, Long> sums = new TreeMap<>(report.zeroSums());
        DailyReport.journalSums(ledger).forEach((currency, sum) -> sums.merge(currency, Math.abs(sum), Math::addExact));
        return new MoneyReport(report, Map.copyOf(read), sums);
    }

    private static List<Fact> facts(Tx tx) {
        List<Fact> all = new ArrayList<>();
        Optional<FactKey> after = Optional.empty();
        List<Fact> page = tx.payments().facts(after, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            after = Optional.of(page.get(page.size() - 1).key());
            page = tx.payments().facts(after, PAGE);
        }
        return all;
    }

    private static List<OrderStanding> standings(Tx tx) {
        List<OrderStanding> all = new ArrayList<>();
        List<PaymentRow> page = tx.payments().page("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(row -> all.add(row.standing()));
            page = tx.payments().page(page.get(page.size() - 1).key(), PAGE);
        }
        return all;
    }
}
