package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.membersync.client.error.AuthException;
import dev.membersync.sync.PaymentReport;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.payment.About;
import dev.membersync.sync.payment.Discrepancy;
import dev.membersync.sync.payment.DiscrepancyKind;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKind;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.AnswerTable;
import dev.membersync.sync.store.Review;
import dev.membersync.testkit.FakePayment;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was paid for tickets reaches the Memberships side, once, and follows the order. */
final class PaymentsTest {
    private final World world = World.withPayments();

    PaymentsTest() {
        world.memberships.switches().changesPayments(true);
        world.memberships.members().add(World.member("m1", "Ada Example"));
    }

    /** An attendee of the member who paid 150.00 in an order of her own. */
    private FakeTicket paid() {
        long backstage = world.event.ticketType("Backstage").orElseThrow().id();
        return world.event.addAttendee(
                backstage,
                Map.of("First Name", "Ada", "Last Name", "Example", "Email", "m1@example.com", "Member ID", "m1"),
                "membersync:m1");
    }

    /** An attendee of the member whose order is not paid. */
    private FakeTicket unpaid() {
        world.workflow = template -> template.guards(World.WIDE).paidTickets(PaidTickets.UNPAID);
        world.ticketTypes = Map.of("*", "Backstage");
        world.sync();
        return world.ticketOf("m1");
    }

    private String key(FakeTicket ticket) {
        return World.EVENT + "/" + ticket.orderId();
    }

    private void assertOnRecord(FakeTicket ticket, String amount, String status) {
        assertThat(world.memberships.payments())
                .extracting(FakePayment::paymentId, FakePayment::amount, FakePayment::status, FakePayment::userId)
                .containsExactly(tuple(key(ticket), new BigDecimal(amount), status, "m1"));
    }

    private PaymentReport run() {
        return world.sync().payments().get(0);
    }

    private List<Review> questions() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.queues().reviews(9).stream()
                    .filter(review -> review.kind().startsWith("PAYMENT"))
                    .toList();
        }
    }

    private void answer(Review review, String word) {
        try (SyncEngine engine = world.build(World.EVENT)) {
            engine.queues().decide(review.id(), Answer.parse(word));
        }
    }

    private List<DiscrepancyKind> discrepancies() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine
                    .reconcile(ZoneOffset.UTC, ReconciliationRules.standard())
                    .get(0)
                    .report()
                    .discrepancies()
                    .stream()
                    .map(Discrepancy::kind)
                    .toList();
        }
    }

    private long zeroSum() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            var report = engine.reconcile(ZoneOffset.UTC, ReconciliationRules.standard())
                    .get(0);
            assertThat(report.zeroSums()).isNotEmpty();
            return report.zeroSums().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    @Test
    void whatWasPaidIsToldOnceAndASecondRunWritesNothing() {
        FakeTicket ticket = paid();
        world.sync();
        assertOnRecord(ticket, "150.00", "paid");
        world.forgetCalls();

        assertThat(run().unchanged()).isEqualTo(1);
        assertThat(world.writes()).isZero();
        assertThat(world.memberships.requests().count("payments.record")).isZero();
        assertThat(discrepancies()).isEmpty();
        assertThat(zeroSum()).isZero();
    }

    @Test
    void thePlanNamesWhatIsToldAndWritesNothing() {
        FakeTicket ticket = paid();
        SyncPlan plan = world.plan();

        assertThat(plan.payments().get(0).planned())
                .containsExactly(new PaymentReport.Telling(
                        key(ticket), String.valueOf(ticket.orderId()), "m1", "150.00 USD", "paid"));
        assertThat(world.writes()).isZero();
        assertThat(world.plan().payments()).isEqualTo(plan.payments());
    }

    @Test
    void verifyNamesWhatIsNotOnRecordAsItIs() {
        FakeTicket ticket = paid();
        assertThat(world.verify(false).payments())
                .containsExactly("the payment of order " + ticket.orderId() + " of m1 is not on record as it is");
        world.sync();

        assertThat(world.verify(false).payments()).isEmpty();
    }

    @Test
    @DisplayName("F-68: an order of nothing, and one that nobody has paid, are no payments")
    void nothingIsToldOfNothing() {
        world.sync();
        unpaid();

        assertThat(world.memberships.payments()).isEmpty();
        assertThat(discrepancies()).isEmpty();
    }

    @Test
    void paymentsInPartsAddUp() {
        FakeTicket ticket = unpaid();
        world.event.pay(ticket.id(), new BigDecimal("50.00"));
        world.sync();
        assertOnRecord(ticket, "50.00", "partially_paid");

        world.event.pay(ticket.id(), new BigDecimal("100.00"));
        world.sync();
        assertOnRecord(ticket, "150.00", "paid");
        assertThat(discrepancies()).isEmpty();
    }

    @Test
    @DisplayName("F-63: several refunds, in part and in full, net to the same minor units on both sides")
    void refundsFollow() {
        FakeTicket ticket = paid();
        world.sync();
        world.event.refund(ticket.id(), new BigDecimal("30.00"));
        world.sync();
        assertOnRecord(ticket, "120.00", "partially_refunded");

        world.event.refund(ticket.id(), new BigDecimal("20.01"));
        world.sync();
        assertOnRecord(ticket, "99.99", "partially_refunded");

        world.event.refund(ticket.id(), new BigDecimal("99.99"));
        world.sync();
        assertOnRecord(ticket, "0.00", "refunded");
        assertThat(discrepancies()).containsExactly(DiscrepancyKind.ACCESS_VS_MONEY);
        assertThat(zeroSum()).isZero();
    }

    @Test
    @DisplayName("F-62: an order that is first seen refunded is told with what is left of it")
    void refundedBeforeItsPaymentWasSeen() {
        FakeTicket ticket = paid();
        world.event.refund(ticket.id(), new BigDecimal("150.00"));
        world.sync();

        assertOnRecord(ticket, "0.00", "refunded");
        assertThat(facts(ticket)).extracting(Fact::kind).containsExactly(FactKind.CHARGE, FactKind.REFUND);
    }

    @Test
    void anExchangeForACheaperTicketIsMoneyThatWentBack() {
        FakeTicket ticket = paid();
        world.sync();
        world.event.pay(ticket.id(), new BigDecimal("-50.00"));
        world.sync();

        assertThat(world.memberships.payments())
                .extracting(FakePayment::amount)
                .containsExactly(new BigDecimal("100.00"));
        assertThat(zeroSum()).isZero();
    }

    @Test
    void anExchangeForAFreeTicketIsARefundAndTheFreeTicketIsNoFinding() {
        world.workflow = template ->
                template.guards(World.WIDE).paidTickets(PaidTickets.CASH).allowMoneyMoves();
        world.ticketTypes = Map.of("*", "Backstage");
        world.sync();
        FakeTicket ticket = world.ticketOf("m1");
        assertOnRecord(ticket, "150.00", "paid");

        world.ticketTypes = Map.of("*", "VIP");
        world.sync();
        world.sync();

        assertOnRecord(ticket, "0.00", "refunded");
        assertThat(facts(ticket)).extracting(Fact::kind).containsExactly(FactKind.CHARGE, FactKind.REFUND);
        assertThat(discrepancies()).isEmpty();
        assertThat(zeroSum()).isZero();
    }

    @Test
    @DisplayName("F-68: another currency is for a person and nothing is sent")
    void anotherCurrencyIsAsked() {
        FakeTicket ticket = paid();
        world.paymentsIn = "EUR";
        world.sync();
        world.sync();

        assertThat(world.memberships.payments()).isEmpty();
        assertThat(questions()).singleElement().satisfies(review -> {
            assertThat(review.kind()).isEqualTo("PAYMENT_CURRENCY");
            assertThat(review.subject()).isEqualTo(String.valueOf(ticket.orderId()));
            assertThat(review.reason()).contains("is in USD").contains("takes EUR only");
        });
    }

    @Test
    void aCurrencyThatMatchesAgainIsTold() {
        FakeTicket ticket = paid();
        world.paymentsIn = "EUR";
        world.sync();
        world.paymentsIn = "USD";
        world.sync();

        assertOnRecord(ticket, "150.00", "paid");
        assertThat(questions()).isEmpty();
    }

    @Test
    @DisplayName("F-64: an amount that its currency cannot hold is for a person, never rounded")
    void anAmountBetweenMinorUnitsIsAsked() {
        FakeTicket ticket = unpaid();
        world.event.pay(ticket.id(), new BigDecimal("12.345"));
        world.sync();

        assertThat(world.memberships.payments()).isEmpty();
        assertThat(questions()).singleElement().satisfies(review -> {
            assertThat(review.kind()).isEqualTo("PAYMENT_AMOUNT");
            assertThat(review.reason()).contains("12.345 USD has more decimals than the 2 of its currency");
        });
    }

    @Test
    @DisplayName("F-64: the amounts of a currency without decimals go out without any")
    void yenHaveNoDecimals() {
        world.event.describe(details -> details.with("currency", "JPY"));
        world.paymentsIn = "JPY";
        FakeTicket ticket = paid();
        world.sync();

        assertOnRecord(ticket, "150", "paid");
    }

    @Test
    void aPaymentOfNobodyIsReportedAndToldOnceItsMemberIsKnown() {
        long backstage = world.event.ticketType("Backstage").orElseThrow().id();
        FakeTicket ticket = world.event.addAttendee(backstage, "Bob", "Other", "bob@example.com");
        assertThat(run().orphans()).isEqualTo(1);
        assertThat(world.memberships.payments()).isEmpty();
        assertThat(discrepancies()).contains(DiscrepancyKind.ORPHAN_PAYMENT);

        world.memberships
                .members()
                .add(new dev.membersync.testkit.FakeMember("m2", "bob@example.com", "Bob Other", "active", "", ""));
        world.sync();
        assertThat(world.memberships.payments())
                .extracting(FakePayment::paymentId, FakePayment::userId)
                .containsExactly(tuple(key(ticket), "m2"));
        assertThat(discrepancies()).isEmpty();
    }

    private List<Fact> facts(FakeTicket ticket) {
        return world.store.inTransaction(
                new dev.membersync.sync.store.Scope("test", World.EVENT, "", "payments"),
                tx -> tx.payments().ofOrder(String.valueOf(ticket.orderId())).stream()
                        .filter(fact -> fact.kind() != FactKind.MIRROR)
                        .toList());
    }

    @Test
    @DisplayName("F-67: a lost answer is sent again under the same key, and one payment is on record")
    void aLostAnswerIsRepeated() {
        FakeTicket ticket = paid();
        world.memberships.faults(FaultPlan.always(Fault.DROP_AFTER).on("payments.record"));
        PaymentReport lost = run();
        assertThat(lost.failed()).isEqualTo(1);
        assertThat(lost.open()).isEqualTo(1);
        assertThat(lost.isClean()).isFalse();
        world.memberships.faults(FaultPlan.none());

        assertThat(run().open()).isZero();
        assertOnRecord(ticket, "150.00", "paid");
        assertThat(zeroSum()).isZero();
    }

    @Test
    @DisplayName("F-67: a 409 after a lost answer says that the first one arrived")
    void aConflictOnARepeatIsKnown() {
        FakeTicket ticket = paid();
        world.memberships.switches().conflictOnRepeatedPayment(true);
        world.memberships.faults(FaultPlan.always(Fault.DROP_AFTER).on("payments.record"));
        world.sync();
        world.memberships.faults(FaultPlan.none());

        assertThat(run().isClean()).isTrue();
        assertOnRecord(ticket, "150.00", "paid");
        assertThat(questions()).isEmpty();
    }

    @Test
    @DisplayName("F-67: what changed after a lost answer goes out after what was under way")
    void whatWasUnderWayGoesFirst() {
        FakeTicket ticket = paid();
        world.memberships.faults(FaultPlan.always(Fault.DROP_BEFORE).on("payments.record"));
        world.sync();
        world.memberships.faults(FaultPlan.none());
        world.event.refund(ticket.id(), new BigDecimal("150.00"));
        world.forgetCalls();
        world.sync();

        assertThat(world.memberships.requests().count("payments.record")).isEqualTo(2);
        assertOnRecord(ticket, "0.00", "refunded");
    }

    @Test
    void aConflictOnAChangeIsAskedOnceAndLeftAloneUntilAnswered() {
        FakeTicket ticket = paid();
        world.sync();
        world.memberships.switches().changesPayments(false);
        world.event.refund(ticket.id(), new BigDecimal("150.00"));
        world.sync();
        assertOnRecord(ticket, "150.00", "paid");
        assertThat(questions()).singleElement().satisfies(review -> {
            assertThat(review.kind()).isEqualTo("PAYMENT_CONFLICT");
            assertThat(review.reason()).contains("order " + ticket.orderId()).contains("refunded, 0.00 USD");
        });
        world.forgetCalls();
        world.sync();
        assertThat(world.memberships.requests().count("payments.record")).isZero();

        world.memberships.switches().changesPayments(true);
        answer(questions().get(0), "left");
        world.sync();
        assertOnRecord(ticket, "0.00", "refunded");
        assertThat(questions()).isEmpty();
    }

    @Test
    void everyKindOfQuestionAboutMoneyThatTakesMoreThanIgnoreHasItsStory() {
        assertThat(AnswerTable.kinds())
                .filteredOn(kind -> kind.startsWith("PAYMENT_"))
                .containsExactly("PAYMENT_BY_HAND", "PAYMENT_CONFLICT", "PAYMENT_REFUSED");
    }

    @Test
    void anAnswerLeftHoldsOnce() {
        FakeTicket ticket = paid();
        world.sync();
        world.memberships.switches().changesPayments(false);
        world.event.refund(ticket.id(), new BigDecimal("150.00"));
        world.sync();
        answer(questions().get(0), "left");
        world.sync();
        world.forgetCalls();
        world.sync();

        assertThat(world.memberships.requests().count("payments.record")).isZero();
        assertThat(questions()).hasSize(1);
    }

    @Test
    void anIgnoredConflictIsLeftAloneUntilThereIsSomethingElseToTell() {
        FakeTicket ticket = paid();
        world.sync();
        world.memberships.switches().changesPayments(false);
        world.event.refund(ticket.id(), new BigDecimal("50.00"));
        world.sync();
        answer(questions().get(0), "ignore");
        world.forgetCalls();
        world.sync();
        assertThat(questions()).isEmpty();
        assertThat(world.memberships.requests().count("payments.record")).isZero();

        world.memberships.switches().changesPayments(true);
        world.event.refund(ticket.id(), new BigDecimal("100.00"));
        world.sync();
        assertOnRecord(ticket, "0.00", "refunded");
    }

    @Test
    @DisplayName("F-65: a store that was lost tells the same key again, and nobody is booked twice")
    void aLostStoreDoublesNothing() {
        FakeTicket ticket = paid();
        world.sync();
        world.store = dev.membersync.sync.store.MemoryStore.create();
        world.memberships.switches().conflictOnRepeatedPayment(true);

        assertThat(run().isClean()).isTrue();
        assertOnRecord(ticket, "150.00", "paid");
    }

    @Test
    void aMemberThatDoesNotExistThereIsAskedAbout() {
        long backstage = world.event.ticketType("Backstage").orElseThrow().id();
        world.event.addAttendee(
                backstage, Map.of("First Name", "No", "Last Name", "One", "Email", "n@example.com"), "membersync:m9");
        world.sync();
        world.forgetCalls();
        world.sync();

        assertThat(questions()).extracting(Review::kind).containsExactly("PAYMENT_REFUSED");
        assertThat(questions().get(0).reason()).contains("HTTP 404").doesNotContain("@");
        assertThat(world.memberships.requests().count("payments.record")).isZero();
    }

    @Test
    void aDeletedOrderIsLookedUpAndAskedAbout() {
        FakeTicket ticket = paid();
        world.sync();
        world.event.delete(ticket.id());
        world.sync();

        assertThat(questions())
                .extracting(Review::kind, Review::subject)
                .containsExactly(tuple("PAYMENT_GONE", String.valueOf(ticket.orderId())));
        assertOnRecord(ticket, "150.00", "paid");
    }

    @Test
    void aTicketThatIsCancelledAndKeptMoneyIsReportedAndMovesNoMoney() {
        FakeTicket ticket = paid();
        world.sync();
        world.event.cancel(ticket.id());
        world.sync();

        assertOnRecord(ticket, "150.00", "paid");
        assertThat(discrepancies()).containsExactly(DiscrepancyKind.ACCESS_VS_MONEY);
    }

    @Test
    @DisplayName("F-66: a word of the vendor that goes backwards moves nothing, the amounts count")
    void aWordThatGoesBackwardsMovesNothing() {
        FakeTicket ticket = paid();
        world.sync();
        world.accelevents.faults(FaultPlan.always(Fault.UNKNOWN_ENUM).on("orders.list"));
        world.forgetCalls();
        world.sync();

        assertThat(world.memberships.requests().count("payments.record")).isZero();
        assertOnRecord(ticket, "150.00", "paid");
    }

    @Test
    void aKeyWithoutTheScopeEndsTheRun() {
        World other = World.ordinary();
        other.paymentsIn = "USD";
        other.memberships.members().add(World.member("m1", "Ada Example"));
        long backstage = other.event.ticketType("Backstage").orElseThrow().id();
        other.event.addAttendee(
                backstage,
                Map.of("First Name", "Ada", "Last Name", "Example", "Email", "m1@example.com"),
                "membersync:m1");

        assertThatThrownBy(other::sync).isInstanceOf(AuthException.class).hasMessageContaining("payments.record");
    }

    @Test
    void aCanaryTellsNoMoreThanItMay() {
        for (int i = 0; i < 3; i++) {
            paid();
        }
        assertThat(world.sync(new SyncOptions(java.util.Set.of(), 1))
                        .payments()
                        .get(0)
                        .told())
                .isEqualTo(1);
        assertThat(run().told()).isEqualTo(2);
    }

    @Test
    @DisplayName("F-68: facts of the user, such as a dispute, are added once and reported")
    void factsOfTheUserCount() {
        FakeTicket ticket = paid();
        world.sync();
        Fact dispute = Fact.of(
                        FactKind.DISPUTE_OPENED,
                        "accelevents",
                        "dp_1",
                        "accelevents",
                        Money.parse("150.00", "USD"),
                        world.time.instant())
                .about(About.NOTHING.of(key(ticket)));
        try (SyncEngine engine = world.build(World.EVENT)) {
            assertThat(engine.add("payments", World.EVENT, dispute)).isTrue();
            assertThat(engine.add("payments", World.EVENT, dispute)).isFalse();
        }

        assertThat(discrepancies()).containsExactly(DiscrepancyKind.DISPUTE_OPEN);
    }
}
