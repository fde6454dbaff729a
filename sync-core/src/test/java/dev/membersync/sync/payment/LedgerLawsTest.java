package dev.membersync.sync.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.Property;
import dev.membersync.sync.payment.Account.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;

@DisplayName("F-63, F-65: random histories of payments, in any order and with replays")
final class LedgerLawsTest {
    private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");

    @Property
    void bothSidesAndTheLedgerNetToTheSameMinorUnits(SplittableRandom random) {
        Histories history = Histories.draw(random);
        Ledger ledger = Ledger.of(history.shuffled(random));

        for (int i = 0; i < history.net.length; i++) {
            String currency = Histories.currencies().get(i);
            Money expected = Money.ofMinor(history.net[i], currency);
            assertThat(ledger.balance(new Account(Kind.CASH_CLEARING, "accelevents"), currency))
                    .isEqualTo(expected);
            assertThat(ledger.balance(new Account(Kind.MIRROR_MEMO, "memberships"), currency))
                    .isEqualTo(expected);
        }
        assertThat(DailyReport.journalSums(ledger).values()).allMatch(sum -> sum == 0);
    }

    @Property
    void theOrderOfFactsAndReplaysMakeNoDifference(SplittableRandom random) {
        Histories history = Histories.draw(random);
        Ledger one = Ledger.of(history.shuffled(random));
        Ledger other = Ledger.of(history.shuffled(random));

        assertThat(other.entries()).isEqualTo(one.entries());
        assertThat(other.held()).isEqualTo(one.held());
        assertThat(other.parked()).isEqualTo(one.parked());
        assertThat(found(other)).isEqualTo(found(one));
    }

    @Property
    void theDailyReportOfAnyPartOfAHistoryIsOffByNothing(SplittableRandom random) {
        List<Fact> some = Histories.draw(random).facts.stream()
                .filter(fact -> random.nextInt(3) > 0)
                .toList();
        Ledger ledger = Ledger.of(some);
        DailyReport report =
                DailyReport.of(ledger, List.of(), ZoneId.of("America/New_York"), ReconciliationRules.standard());

        assertThat(report.zeroSums().values()).allMatch(sum -> sum == 0);
        assertThat(DailyReport.journalSums(ledger).values()).allMatch(sum -> sum == 0);
    }

    @Property
    void refundsNeverCountBeyondWhatWasCollected(SplittableRandom random) {
        List<Fact> some = Histories.draw(random).facts.stream()
                .filter(fact -> random.nextInt(3) > 0)
                .toList();
        Ledger ledger = Ledger.of(some);

        ledger.families()
                .keySet()
                .forEach(charge -> assertThat(
                                ledger.net(charge).map(Money::signum).orElse(0))
                        .isNotNegative());
    }

    @Property
    void aWholeHistoryIsMatchedAndOnlyRefundsBeyondTheChargeAreRaised(SplittableRandom random) {
        Histories history = Histories.draw(random);
        Ledger ledger = Ledger.of(history.facts);
        DailyReport report = DailyReport.of(ledger, found(ledger), ZoneId.of("UTC"), ReconciliationRules.standard());

        assertThat(report.matched()).isEqualTo(report.expected());
        assertThat(report.discrepancies())
                .extracting(Discrepancy::kind)
                .allMatch(kind -> kind == DiscrepancyKind.REFUND_EXCEEDS || kind == DiscrepancyKind.ORPHAN_PAYMENT);
    }

    private static List<Discrepancy> found(Ledger ledger) {
        return Reconciliation.of(ledger, List.of(), Map.of(), LATER, ReconciliationRules.standard());
    }
}
