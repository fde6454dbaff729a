package dev.membersync.sync.payment;

import static dev.membersync.sync.payment.LedgerTest.at;
import static dev.membersync.sync.payment.LedgerTest.charge;
import static dev.membersync.sync.payment.LedgerTest.refund;
import static dev.membersync.sync.payment.LedgerTest.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What does not agree, and the daily report. */
final class ReconciliationTest {
    private static final Instant SOON = at(60);
    private static final Instant LATER = at(48 * 60);
    private static final Fact CHARGE =
            charge("c1", 1000).about(About.NOTHING.order("77").member("m1"));

    private static List<DiscrepancyKind> found(Instant now, Fact... facts) {
        return Reconciliation.of(Ledger.of(List.of(facts)), List.of(), Map.of(), now, ReconciliationRules.standard())
                .stream()
                .map(Discrepancy::kind)
                .toList();
    }

    private static Fact mirror(long minor, long minute) {
        return Fact.mirror("memberships", "m" + minute, CHARGE, usd(minor), at(minute));
    }

    @Test
    void whatIsNotMirroredYetIsTimingAndThenMissing() {
        assertThat(found(SOON, CHARGE)).containsExactly(DiscrepancyKind.TIMING);
        assertThat(found(LATER, CHARGE)).containsExactly(DiscrepancyKind.MISSING_IN_B);
    }

    @Test
    void aMirrorOfNothingIsMissingAtItsCollector() {
        assertThat(found(LATER, mirror(1000, 1))).containsExactly(DiscrepancyKind.MISSING_IN_A);
    }

    @Test
    void agreedPaymentsAreSilent() {
        assertThat(found(LATER, CHARGE, mirror(1000, 1))).isEmpty();
    }

    @Test
    void anotherAmountIsADifference() {
        assertThat(found(LATER, CHARGE, mirror(999, 1))).containsExactly(DiscrepancyKind.AMOUNT_DIFF);
    }

    @Test
    void aRefundThatTheOtherSideWasNotToldOfIsMissing() {
        assertThat(found(LATER, CHARGE, mirror(1000, 1), refund("r1", "c1", 400, 2)))
                .containsExactly(DiscrepancyKind.REFUND_MISSING);
    }

    @Test
    void aMirrorInAnotherCurrencyIsADifference() {
        Fact mirror = Fact.mirror("memberships", "m1", CHARGE, Money.ofMinor(1000, "EUR"), at(1));

        assertThat(found(LATER, CHARGE, mirror)).containsExactly(DiscrepancyKind.CURRENCY_DIFF);
    }

    @Test
    void aParkedRefundAgesIntoAnUnlinkedOne() {
        assertThat(found(SOON, refund("r1", "c9", 400, 2))).containsExactly(DiscrepancyKind.TIMING);
        assertThat(found(LATER, refund("r1", "c9", 400, 2))).containsExactly(DiscrepancyKind.UNLINKED_REFUND);
    }

    @Test
    void theSameMemberAmountAndMinuteIsSuspect() {
        Fact twin = charge("c2", 1000).about(About.NOTHING.order("78").member("m1"));

        assertThat(found(SOON, CHARGE, twin)).contains(DiscrepancyKind.DUPLICATE_SUSPECT);
        assertThat(found(SOON, CHARGE, twin.undated())).doesNotContain(DiscrepancyKind.DUPLICATE_SUSPECT);
        assertThat(Ledger.of(List.of(CHARGE, twin)).entries()).hasSize(2);
    }

    @Test
    void aPaymentWithoutMemberIsAnOrphan() {
        assertThat(found(SOON, charge("c1", 5))).contains(DiscrepancyKind.ORPHAN_PAYMENT);
    }

    @Test
    void anOpenDisputeIsNamed() {
        Fact opened = Fact.of(FactKind.DISPUTE_OPENED, "accelevents", "d1", "accelevents", usd(1000), at(1))
                .about(About.NOTHING.of("c1"));

        assertThat(found(SOON, CHARGE, mirror(1000, 1), opened)).containsExactly(DiscrepancyKind.DISPUTE_OPEN);
    }

    @Test
    void anOldReadingBlocksTheLabel() {
        Ledger ledger = Ledger.of(List.of(CHARGE, mirror(1000, 1)));
        List<Discrepancy> found = Reconciliation.of(
                ledger, List.of(), Map.of("accelevents", at(0)), LATER, ReconciliationRules.standard());
        DailyReport report = DailyReport.of(ledger, found, ZoneOffset.UTC, ReconciliationRules.standard());

        assertThat(found).extracting(Discrepancy::kind).containsExactly(DiscrepancyKind.STALE_SOURCE);
        assertThat(report.isReconciled()).isFalse();
    }

    @Test
    void moneyAndAccessAreComparedAndNeverMixed() {
        Fact back = refund("r1", "c1", 1000, 2);
        assertThat(standing(1, 0, PaymentState.REFUNDED, CHARGE, back))
                .containsExactly(DiscrepancyKind.ACCESS_VS_MONEY);
        assertThat(standing(0, 1, PaymentState.REFUNDED, CHARGE, back)).isEmpty();
        assertThat(standing(0, 1, PaymentState.PAID, CHARGE)).containsExactly(DiscrepancyKind.ACCESS_VS_MONEY);
        assertThat(standing(1, 0, PaymentState.PARTIALLY_PAID, CHARGE)).containsExactly(DiscrepancyKind.STATUS_DRIFT);
    }

    @Test
    void aTicketThatWasExchangedForAFreeOneAdmitsWithoutMoney() {
        Fact back = refund("r1", "c1", 1000, 2);

        assertThat(standing(0, 1, 0, PaymentState.PAID, CHARGE, back)).isEmpty();
        assertThat(standing(0, 1, 0, PaymentState.REFUNDED, CHARGE, back))
                .containsExactly(DiscrepancyKind.ACCESS_VS_MONEY);
    }

    private static List<DiscrepancyKind> standing(long admitted, long ended, PaymentState said, Fact... facts) {
        return standing(1000, admitted, ended, said, facts);
    }

    private static List<DiscrepancyKind> standing(
            long owed, long admitted, long ended, PaymentState said, Fact... facts) {
        List<Fact> all = new ArrayList<>(List.of(facts));
        Ledger plain = Ledger.of(all);
        all.add(mirror(Math.max(1, plain.net(CHARGE.key()).orElseThrow().minor()), 1));
        OrderStanding order = new OrderStanding(CHARGE.key(), "77", admitted, ended, said, usd(owed));
        return Reconciliation.of(plain, List.of(order), Map.of(), SOON, ReconciliationRules.standard()).stream()
                .map(Discrepancy::kind)
                .filter(kind -> kind != DiscrepancyKind.TIMING)
                .toList();
    }

    @Test
    void eachDayHasItsMovementsAndNothingIsLeftOver() {
        Fact next = refund("r1", "c1", 400, 24 * 60);
        DailyReport report = DailyReport.of(
                Ledger.of(List.of(CHARGE, next)), List.of(), ZoneOffset.UTC, ReconciliationRules.standard());

        assertThat(report.lines())
                .extracting(
                        DailyLine::day, DailyLine::opening, DailyLine::charges, DailyLine::refunds, DailyLine::closing)
                .containsExactly(
                        tuple(LocalDate.of(2026, 3, 1), usd(0), usd(1000), usd(0), usd(1000)),
                        tuple(LocalDate.of(2026, 3, 2), usd(1000), usd(0), usd(400), usd(600)));
        assertThat(report.zeroSums()).containsExactly(Map.entry("USD", 0L));
    }

    @Test
    void whatAgreesIsSaidAsMoneyToo() {
        assertThat(agreements(CHARGE, mirror(1000, 1))).containsExactly(new Agreement(usd(1000), usd(1000), 1, 1));
        assertThat(agreements(CHARGE, mirror(900, 1))).containsExactly(new Agreement(usd(0), usd(1000), 0, 1));
    }

    private static List<Agreement> agreements(Fact... facts) {
        return DailyReport.of(Ledger.of(List.of(facts)), List.of(), ZoneOffset.UTC, ReconciliationRules.standard())
                .agreements();
    }

    @Test
    void aLineThatDoesNotAddUpShows() {
        DailyLine line = new DailyLine(
                LocalDate.of(2026, 3, 1), "x", usd(0), usd(1000), usd(0), usd(0), usd(0), usd(0), usd(0), usd(900));

        assertThat(new DailyReport(List.of(line), 1, 1, 1, List.of(), List.of()).zeroSums())
                .containsExactly(Map.entry("USD", 100L));
    }

    @Test
    void theTotalOfAnOrderIsTheSumOfItsParts() {
        OrderTotal total = new OrderTotal("77", usd(1100), List.of(usd(500), usd(500)), usd(80), usd(40), usd(20));

        assertThat(total.check(SOON)).isEmpty();
        assertThat(new OrderTotal("77", usd(1101), total.lines(), usd(80), usd(40), usd(20)).check(SOON))
                .map(Discrepancy::kind)
                .contains(DiscrepancyKind.TOTAL_MISMATCH);
    }

    @Test
    void aPayoutLineIsGrossLessFeeWithinOneUnit() {
        assertThat(new PayoutLine("p1", usd(1000), usd(30), usd(969)).check(1, SOON))
                .isEmpty();
        assertThat(new PayoutLine("p1", usd(1000), usd(30), usd(968)).check(1, SOON))
                .map(Discrepancy::kind)
                .contains(DiscrepancyKind.FEE_DIFF);
    }

    @Test
    void aPaymentIsRecognisedByTheSurestSignAndNeverByPersonAndAmountAlone() {
        Fact own = Fact.charge("highlevel", "t1", "highlevel", usd(1), at(1))
                .about(About.NOTHING.carrying(CHARGE.key().toString()));
        Fact order =
                Fact.charge("highlevel", "t2", "highlevel", usd(1000), at(1)).about(About.NOTHING.order("77"));
        Fact likely =
                Fact.charge("highlevel", "t3", "highlevel", usd(1000), at(1)).about(About.NOTHING.member("m1"));
        Fact other = Fact.charge("highlevel", "t4", "highlevel", usd(1000), at(6 * 24 * 60))
                .about(About.NOTHING.member("m1"));

        assertThat(PaymentMatch.of(CHARGE, List.of(likely, order, own))
                        .orElseThrow()
                        .accepted())
                .contains(own);
        assertThat(PaymentMatch.of(CHARGE, List.of(likely, order)).orElseThrow().accepted())
                .contains(order);
        PaymentMatch guess = PaymentMatch.of(CHARGE, List.of(likely)).orElseThrow();
        assertThat(guess.rung()).isEqualTo(PaymentMatch.Rung.LIKELY);
        assertThat(guess.accepted()).isEmpty();
        assertThat(PaymentMatch.of(CHARGE, List.of(other))).isEmpty();
    }
}
