package dev.membersync.sync;

import dev.membersync.sync.mirror.MoneyReport;
import dev.membersync.sync.mirror.PaymentParts;
import dev.membersync.sync.payment.DailyReport;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/**
 * The reconciliation of the payments of one workflow.
 *
 * @param workflow its id
 * @param event the event url
 * @param report the lines of each day, currency and collector, and what does not agree
 * @param lastRead when each system was last read to its end, as far as it ever was
 * @param zeroSums what lines and journal leave over, by currency: each is 0, or something is wrong
 */
public record ReconciliationReport(
        String workflow,
        String event,
        DailyReport report,
        Map<String, Instant> lastRead,
        SortedMap<String, Long> zeroSums) {
    static ReconciliationReport of(PaymentParts parts, MoneyReport money) {
        return new ReconciliationReport(
                parts.workflow().id(),
                parts.workflow().source().event(),
                money.report(),
                money.lastRead(),
                money.zeroSums());
    }

    /** Whether nothing is left over and nothing is open that somebody has to act upon. */
    public boolean isReconciled() {
        return report.isReconciled() && zeroSums.values().stream().allMatch(sum -> sum == 0);
    }
}
