package dev.membersync.sync.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.payment.Account.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which facts count, and where they are booked. */
final class LedgerTest {
    private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");
    private static final Account CASH = new Account(Kind.CASH_CLEARING, "accelevents");

    static Money usd(long minor) {
        return Money.ofMinor(minor, "USD");
    }

    static Instant at(long minute) {
        return DAY.plusSeconds(60 * minute);
    }

    static Fact charge(String id, long minor) {
        return Fact.charge("accelevents", id, "accelevents", usd(minor), DAY);
    }

    static Fact refund(String id, String charge, long minor, long minute) {
        return Fact.refund("accelevents", id, charge, "accelevents", usd(minor), at(minute));
    }

    private static Fact dispute(FactKind kind, long minor, long minute) {
        return Fact.of(kind, "accelevents", "d1", "accelevents", usd(minor), at(minute))
                .about(About.NOTHING.of("c1"));
    }

    @Test
    void aChargeIsOwedPaidAndEarned() {
        Fact charge = charge("c1", 2500)
                .about(About.NOTHING.order("77").purpose("gala"))
                .taxed(usd(400));

        assertThat(Ledger.of(List.of(charge)).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.postings())
                        .containsExactlyInAnyOrder(
                                new Posting(new Account(Kind.RECEIVABLE, "77"), usd(2500)),
                                new Posting(new Account(Kind.REVENUE, "gala"), usd(-2100)),
                                new Posting(new Account(Kind.TAX, ""), usd(-400)),
                                new Posting(CASH, usd(2500)),
                                new Posting(new Account(Kind.RECEIVABLE, "77"), usd(-2500))));
    }

    @Test
    void duesAreNoRevenueOfAnEvent() {
        Fact charge = charge("c1", 900).about(About.NOTHING.purpose("dues:gold"));

        assertThat(Ledger.of(List.of(charge)).balance(new Account(Kind.DUES, "gold"), "USD"))
                .isEqualTo(usd(-900));
    }

    @Test
    void feesAndPayoutsLeaveTheCollector() {
        Ledger ledger = Ledger.of(List.of(
                charge("c1", 1000),
                Fact.of(FactKind.FEE, "accelevents", "f1", "accelevents", usd(30), at(1)),
                Fact.of(FactKind.PAYOUT, "accelevents", "p1", "accelevents", usd(970), at(2))));

        assertThat(ledger.balance(CASH, "USD")).isEqualTo(usd(0));
        assertThat(ledger.balance(new Account(Kind.BANK, ""), "USD")).isEqualTo(usd(970));
        assertThat(ledger.balance(new Account(Kind.FEES, "accelevents"), "USD")).isEqualTo(usd(30));
    }

    @Test
    void aSplitMovesAPartToAnotherPurpose() {
        Fact charge = charge("c1", 1000).about(About.NOTHING.purpose("gala"));
        Fact split = Fact.of(FactKind.SPLIT, "accelevents", "s1", "accelevents", usd(250), at(1))
                .about(About.NOTHING.of("c1").purpose("dues:gold"));
        Ledger ledger = Ledger.of(List.of(split, charge));

        assertThat(ledger.balance(new Account(Kind.REVENUE, "gala"), "USD")).isEqualTo(usd(-750));
        assertThat(ledger.balance(new Account(Kind.DUES, "gold"), "USD")).isEqualTo(usd(-250));
    }

    @Test
    void splitsBeyondTheChargeAreHeld() {
        Fact split = Fact.of(FactKind.SPLIT, "accelevents", "s1", "accelevents", usd(1001), at(1))
                .about(About.NOTHING.of("c1").purpose("dues:gold"));

        assertThat(Ledger.of(List.of(charge("c1", 1000), split)).held())
                .containsEntry(split.key(), DiscrepancyKind.TOTAL_MISMATCH);
    }

    @Test
    @DisplayName("F-62: a refund that comes before its payment is parked and counts once the payment is there")
    void aRefundBeforeItsPaymentIsParked() {
        Fact refund = refund("r1", "c1", 500, 1);
        Ledger early = Ledger.of(List.of(refund));
        Ledger whole = Ledger.of(List.of(refund, charge("c1", 2500)));

        assertThat(early.parked()).containsExactly(refund.key());
        assertThat(early.entries()).isEmpty();
        assertThat(whole.parked()).isEmpty();
        assertThat(whole.balance(CASH, "USD")).isEqualTo(usd(2000));
    }

    @Test
    @DisplayName("F-63: of refunds beyond the charge the later by its own time is held, whichever came first")
    void theLaterOfRefundsBeyondTheChargeIsHeld() {
        Fact first = refund("r2", "c1", 600, 1);
        Fact later = refund("r1", "c1", 600, 2);

        assertThat(Ledger.of(List.of(later, charge("c1", 1000), first)).held())
                .containsOnlyKeys(later.key())
                .containsValue(DiscrepancyKind.REFUND_EXCEEDS);
    }

    @Test
    @DisplayName("F-63: a lost dispute is money that went back")
    void aLostDisputeCountsAgainstTheCharge() {
        Ledger ledger = Ledger.of(
                List.of(charge("c1", 1000), dispute(FactKind.DISPUTE_LOST, 600, 1), refund("r1", "c1", 600, 2)));

        assertThat(ledger.held()).containsOnlyKeys(refund("r1", "c1", 600, 2).key());
        assertThat(ledger.balance(CASH, "USD")).isEqualTo(usd(400));
    }

    @Test
    void aHeldFactCountsWhenAPersonReleasesIt() {
        Fact refund = refund("r1", "c1", 1500, 1);
        Ledger ledger = Ledger.of(List.of(charge("c1", 1000), refund, Fact.release(refund.key(), usd(0), at(5))));

        assertThat(ledger.held()).isEmpty();
        assertThat(ledger.balance(CASH, "USD")).isEqualTo(usd(-500));
    }

    @Test
    @DisplayName("F-68: an open dispute and a won one book nothing, a lost one does, until it is won at last")
    void disputesBookOnlyWhatIsLost() {
        Fact charge = charge("c1", 1000);
        Fact opened = dispute(FactKind.DISPUTE_OPENED, 1000, 1);
        Fact lost = dispute(FactKind.DISPUTE_LOST, 1000, 2);
        Fact won = dispute(FactKind.DISPUTE_WON, 1000, 3);

        assertThat(Ledger.of(List.of(charge, opened)).balance(CASH, "USD")).isEqualTo(usd(1000));
        assertThat(Ledger.of(List.of(charge, opened, lost)).balance(CASH, "USD"))
                .isEqualTo(usd(0));
        assertThat(Ledger.of(List.of(charge, opened, lost, won)).balance(CASH, "USD"))
                .isEqualTo(usd(1000));
    }

    @Test
    @DisplayName("F-68: a refund in another currency is held")
    void aRefundInAnotherCurrencyIsHeld() {
        Fact refund = Fact.refund("accelevents", "r1", "c1", "accelevents", Money.ofMinor(500, "EUR"), at(1));

        assertThat(Ledger.of(List.of(charge("c1", 1000), refund)).held())
                .containsEntry(refund.key(), DiscrepancyKind.CURRENCY_DIFF);
    }

    @Test
    void aRefundOfSomebodyElseIsHeld() {
        Fact refund = Fact.refund("accelevents", "r1", "c1", "highlevel", usd(500), at(1));

        assertThat(Ledger.of(List.of(charge("c1", 1000), refund)).held())
                .containsEntry(refund.key(), DiscrepancyKind.NOT_COLLECTED_HERE);
    }

    @Test
    void aRefundThatNamesNoChargeIsHeld() {
        Fact refund = Fact.of(FactKind.REFUND, "accelevents", "r1", "accelevents", usd(500), at(1));

        assertThat(Ledger.of(List.of(refund)).held()).containsEntry(refund.key(), DiscrepancyKind.UNLINKED_REFUND);
    }

    @Test
    @DisplayName("F-68: zero and negative amounts are refused where facts are made")
    void zeroAndNegativeAmountsAreNoFacts() {
        assertThatThrownBy(() -> charge("c1", 0)).hasMessageContaining("zero");
        assertThatThrownBy(() -> charge("c1", -1)).hasMessageContaining("REFUND");
    }

    @Test
    void testMoneyAndRealMoneyNeverMeet() {
        Fact refund = refund("r1", "c1", 500, 1).inTest();
        Ledger live = Ledger.of(List.of(charge("c1", 1000), refund));

        assertThat(live.balance(CASH, "USD")).isEqualTo(usd(1000));
        assertThat(Ledger.of(List.of(charge("c1", 1000), refund), false).parked())
                .containsExactly(refund.key());
    }

    @Test
    @DisplayName("F-65: a mirror has no cash effect")
    void aMirrorMovesMemoAccountsOnly() {
        Fact charge = charge("c1", 1000);
        Ledger ledger = Ledger.of(List.of(charge, Fact.mirror("memberships", "m1", charge, usd(1000), at(1))));

        assertThat(ledger.balance(CASH, "USD")).isEqualTo(usd(1000));
        assertThat(ledger.balance(new Account(Kind.MIRROR_MEMO, "memberships"), "USD"))
                .isEqualTo(usd(1000));
        assertThat(ledger.balance(new Account(Kind.MIRROR_MEMO_CONTRA, "memberships"), "USD"))
                .isEqualTo(usd(-1000));
        assertThat(ledger.mirrored(charge.key())).contains(usd(1000));
    }

    @Test
    @DisplayName("F-65: what we wrote and read back is no money of its own and is not mirrored back")
    void anEchoIsNoMoney() {
        Fact charge = charge("c1", 1000);
        Fact echo = Fact.charge("highlevel", "t1", "highlevel", usd(1000), at(1))
                .about(About.NOTHING.carrying(charge.key().toString()));

        assertThat(Ledger.of(List.of(charge, echo)).entries()).hasSize(1);
        assertThatThrownBy(() -> Fact.mirror("accelevents", "m1", echo, usd(1000), at(2)))
                .isInstanceOf(MoneyException.class);
        assertThatThrownBy(() -> Fact.mirror("accelevents", "m1", charge, usd(1000), at(2)))
                .isInstanceOf(MoneyException.class);
    }

    @Test
    void aSecondWordUnderTheSameKeyIsRaisedAndDoesNotCount() {
        Fact other = Fact.charge("accelevents", "c1", "accelevents", usd(2000), at(1));
        Ledger ledger = Ledger.of(List.of(other, charge("c1", 1000), other));

        assertThat(ledger.balance(CASH, "USD")).isEqualTo(usd(1000));
        assertThat(ledger.contradictions()).contains(other);
    }

    @Test
    void anEntryThatDoesNotBalanceIsRefused() {
        List<Posting> lines = List.of(new Posting(CASH, usd(1)), new Posting(CASH, usd(-2)));

        assertThatThrownBy(() -> new Entry(charge("c1", 1).key(), DAY, lines)).hasMessageContaining("off by");
    }
}
