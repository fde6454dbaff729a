package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.membersync.sync.PaymentReport;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.adapter.RecordOn;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.store.Review;
import dev.membersync.testkit.FakeRecord;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.RecordKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was paid for tickets is recorded on a paper of the contact, once. */
final class HighLevelPaymentsTest {
    private static final String PAY = "invoices.recordPayment";

    private final World world = World.highLevel(
            "contacts.readonly",
            "locations/customFields.readonly",
            "invoices.readonly",
            "invoices.write",
            "payments/orders.readonly",
            "payments/orders.collectPayment",
            "payments/transactions.readonly");

    HighLevelPaymentsTest() {
        world.paymentsIn = "USD";
        world.memberships.members().add(World.member("m1", "Ada Example"));
        world.ticketTypes = Map.of("*", "Backstage");
        world.workflow = template -> template.guards(World.WIDE).paidTickets(PaidTickets.CASH);
    }

    private FakeRecord invoice(String id, String total) {
        return world.memberships
                .records(RecordKind.INVOICE)
                .put(
                        id,
                        Map.of(
                                "altId",
                                "loc1",
                                "name",
                                "Gala",
                                "title",
                                "Gala",
                                "status",
                                "sent",
                                "currency",
                                "USD",
                                "total",
                                new BigDecimal(total),
                                "amountDue",
                                new BigDecimal(total),
                                "amountPaid",
                                0,
                                "contactDetails",
                                Map.of("id", "m1"),
                                "liveMode",
                                true));
    }

    private FakeRecord order(String id, String amount) {
        return world.memberships
                .records(RecordKind.ORDER)
                .put(
                        id,
                        Map.of(
                                "altId",
                                "loc1",
                                "contactId",
                                "m1",
                                "currency",
                                "USD",
                                "amount",
                                new BigDecimal(amount),
                                "status",
                                "pending",
                                "paymentStatus",
                                "unpaid",
                                "liveMode",
                                true,
                                "source",
                                Map.of("type", "manual", "id", "s1", "name", "Gala")));
    }

    private List<FakeRecord> transactions() {
        return world.memberships.records(RecordKind.TRANSACTION).all();
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

    private FakeTicket ticket() {
        return world.ticketOf("m1");
    }

    private String key() {
        return World.EVENT + "/" + ticket().orderId();
    }

    private void assertAgreed() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            var report = engine.reconcile(ZoneOffset.UTC, ReconciliationRules.standard())
                    .get(0);
            assertThat(report.report().matched()).isEqualTo(1);
            assertThat(report.zeroSums().values()).isNotEmpty().allMatch(sum -> sum == 0);
        }
    }

    @Test
    void whatWasPaidIsRecordedOnTheInvoiceAndASecondRunWritesNothing() {
        invoice("i1", "150.00");
        world.sync();

        assertThat(transactions()).singleElement().satisfies(paid -> {
            assertThat(paid.text("entityId")).contains("i1");
            assertThat(paid.text("amount")).contains("150.00");
            assertThat(paid.map("paymentMethod")).containsEntry("type", "other");
            assertThat(paid.map("meta"))
                    .containsEntry("membersyncKey", key() + "#1")
                    .containsEntry("collectedBy", "accelevents");
            assertThat(paid.text("notes").orElseThrow())
                    .contains("Collected by Accelevents, order " + ticket().orderId())
                    .contains("[membersync " + key() + "#1]");
        });
        world.forgetCalls();
        assertThat(run().isClean()).isTrue();
        assertThat(world.writes()).isZero();
        assertAgreed();
    }

    @Test
    void aPartOfAnOrderIsFlaggedAndTheRestIsNot() {
        world.paper = new RecordOn(RecordOn.Kind.ORDER, "Gala");
        world.workflow = template -> template.guards(World.WIDE).paidTickets(PaidTickets.UNPAID);
        order("o1", "150.00");
        world.sync();
        world.event.pay(ticket().id(), new BigDecimal("50.00"));
        world.sync();
        assertThat(world.memberships
                        .records(RecordKind.ORDER)
                        .find("o1")
                        .orElseThrow()
                        .text("paymentStatus"))
                .contains("partially_paid");
        world.event.pay(ticket().id(), new BigDecimal("100.00"));
        world.sync();

        assertThat(transactions())
                .extracting(
                        paid -> paid.text("amount").orElseThrow(),
                        paid -> paid.map("meta").get("membersyncKey"))
                .containsExactly(tuple("50.00", key() + "#1"), tuple("100.00", key() + "#2"));
        assertThat(world.memberships
                        .records(RecordKind.ORDER)
                        .find("o1")
                        .orElseThrow()
                        .text("paymentStatus"))
                .contains("paid");
        assertAgreed();
    }

    @Test
    @DisplayName("F-67: a lost answer rests, is read back, and is not recorded twice")
    void aLostAnswerIsReadBack() {
        invoice("i1", "150.00");
        world.memberships.faults(FaultPlan.always(Fault.DROP_AFTER).on(PAY));
        assertThat(run().open()).isEqualTo(1);
        world.memberships.faults(FaultPlan.none());
        assertThat(run().open()).isEqualTo(1);
        assertThat(world.memberships.requests().count(PAY)).isEqualTo(1);

        world.time.advance(Duration.ofMinutes(3));
        assertThat(run().isClean()).isTrue();
        assertThat(transactions()).hasSize(1);
        assertThat(world.memberships.requests().count(PAY)).isEqualTo(1);
        assertAgreed();
    }

    @Test
    @DisplayName("F-67: a live run looks at a lost answer again once its time has passed, and records nothing twice")
    void aLostAnswerIsReadBackLive() {
        invoice("i1", "150.00");
        world.memberships.faults(FaultPlan.always(Fault.DROP_AFTER).on(PAY));
        try (LiveWorld at = new LiveWorld(world).open().settle()) {
            at.pass(Duration.ofSeconds(100));
            world.memberships.faults(FaultPlan.none());
            assertThat(at.live.status().payments().get(0).open()).isEqualTo(1);

            at.pass(Duration.ofMinutes(4));

            assertThat(at.live.status().payments().get(0).open()).isZero();
            assertThat(at.incidents()).isEmpty();
        }
        assertThat(transactions()).hasSize(1);
        assertThat(world.memberships.requests().count(PAY)).isEqualTo(1);
        assertAgreed();
    }

    @Test
    @DisplayName("F-67: a request that was lost on its way is sent again once its time has passed")
    void aLostRequestIsSentAgain() {
        invoice("i1", "150.00");
        world.memberships.faults(FaultPlan.always(Fault.DROP_BEFORE).on(PAY));
        world.sync();
        world.memberships.faults(FaultPlan.none());
        world.time.advance(Duration.ofMinutes(3));
        world.sync();

        assertThat(transactions()).hasSize(1);
        assertAgreed();
    }

    @Test
    @DisplayName("F-67: a refusal after which the payment is there nevertheless is read back")
    void aRefusalWithAnEffectIsReadBack() {
        invoice("i1", "150.00");
        world.memberships.faults(
                FaultPlan.always(Fault.UNPROCESSABLE_AFTER_EFFECT).on(PAY));
        world.sync();
        world.memberships.faults(FaultPlan.none());
        Review refused = questions().get(0);
        assertThat(refused.kind()).isEqualTo("PAYMENT_REFUSED");
        try (SyncEngine engine = world.build(World.EVENT)) {
            engine.queues().decide(refused.id(), Answer.parse("left"));
        }
        world.sync();

        assertThat(transactions()).hasSize(1);
        assertThat(questions()).isEmpty();
        assertAgreed();
    }

    @Test
    @DisplayName("F-65: a store that was lost finds what it recorded")
    void aLostStoreRecordsNothingTwice() {
        invoice("i1", "150.00");
        world.sync();
        world.store = dev.membersync.sync.store.MemoryStore.create();
        world.sync();

        assertThat(transactions()).hasSize(1);
        assertAgreed();
    }

    @Test
    @DisplayName("F-68: a refund has no endpoint and is for a person")
    void aRefundIsForAPerson() {
        invoice("i1", "150.00");
        world.sync();
        world.event.refund(ticket().id(), new BigDecimal("30.00"));
        world.sync();
        world.sync();

        assertThat(transactions()).hasSize(1);
        assertThat(questions()).singleElement().satisfies(review -> {
            assertThat(review.kind()).isEqualTo("PAYMENT_BY_HAND");
            assertThat(review.subject()).isEqualTo(String.valueOf(ticket().orderId()));
            assertThat(review.reason()).contains("give 30.00 USD back there by hand");
        });
    }

    private void answer(String answer) {
        try (SyncEngine engine = world.build(World.EVENT)) {
            engine.queues().decide(questions().get(0).id(), Answer.parse(answer));
        }
    }

    @Test
    @DisplayName("F-63: what a person gave back counts: what is collected again later is recorded, and no cent more")
    void aRefundThatWasBookedByHandCounts() {
        invoice("i1", "150.00");
        world.sync();
        for (int i = 0; i < 2; i++) {
            world.event.refund(ticket().id(), new BigDecimal("30.00"));
            world.sync();
            assertThat(questions().get(0).reason()).contains("give 30.00 USD back there by hand");
            answer("value=booked");
            world.sync();
            assertThat(questions()).isEmpty();
            world.event.pay(ticket().id(), new BigDecimal("30.00"));
            world.sync();
        }

        assertThat(transactions())
                .extracting(paid -> paid.text("amount").orElseThrow())
                .containsExactly("150.00", "30.00", "30.00");
        assertAgreed();
    }

    @Test
    @DisplayName("F-63: while nobody has said what was booked by hand, what changes since is not recorded by itself")
    void aChangeWhileAPersonIsAskedWaits() {
        invoice("i1", "150.00");
        world.sync();
        world.event.refund(ticket().id(), new BigDecimal("30.00"));
        world.sync();
        answer("value=booked");
        world.event.refund(ticket().id(), new BigDecimal("20.00"));
        world.sync();

        assertThat(questions())
                .extracting(Review::reason)
                .singleElement()
                .asString()
                .contains("100.00 USD of member m1: this has changed since you were asked");
        answer("value=booked");
        world.sync();
        assertThat(questions()).isEmpty();
        assertAgreed();
    }

    @Test
    @DisplayName("F-67: a refusal that had an effect counts, whatever the payment is by then")
    void aRefusalWithAnEffectCountsWhenThePaymentHasChanged() {
        world.workflow = template -> template.guards(World.WIDE).paidTickets(PaidTickets.UNPAID);
        invoice("i1", "150.00");
        world.sync();
        world.event.pay(ticket().id(), new BigDecimal("50.00"));
        world.memberships.faults(
                FaultPlan.always(Fault.UNPROCESSABLE_AFTER_EFFECT).on(PAY));
        world.sync();
        world.memberships.faults(FaultPlan.none());
        world.event.pay(ticket().id(), new BigDecimal("100.00"));
        world.sync();
        answer("left");
        world.sync();

        assertThat(transactions())
                .extracting(paid -> paid.text("amount").orElseThrow())
                .containsExactly("50.00", "100.00");
        assertAgreed();
    }

    @Test
    @DisplayName("F-65: a lost store counts what was given back since")
    void aLostStoreCountsWhatWasGivenBack() {
        invoice("i1", "150.00");
        world.sync();
        world.event.refund(ticket().id(), new BigDecimal("30.00"));
        world.memberships
                .records(RecordKind.TRANSACTION)
                .edit(transactions().get(0).id(), paid -> paid.with("amountRefunded", new BigDecimal("30.00")));
        world.store = dev.membersync.sync.store.MemoryStore.create();
        world.sync();

        assertThat(transactions()).hasSize(1);
        assertThat(questions()).isEmpty();
        assertAgreed();
    }

    @Test
    void anExchangeForAFreeTicketIsARefundForAPerson() {
        invoice("i1", "150.00");
        world.workflow = template ->
                template.guards(World.WIDE).paidTickets(PaidTickets.CASH).allowMoneyMoves();
        world.sync();
        world.ticketTypes = Map.of("*", "VIP");
        world.sync();
        world.sync();

        assertThat(transactions()).hasSize(1);
        assertThat(questions()).singleElement().satisfies(review -> {
            assertThat(review.kind()).isEqualTo("PAYMENT_BY_HAND");
            assertThat(review.reason()).contains(", refunded, 0.00 USD", "give 150.00 USD back there by hand");
        });
    }

    @Test
    void withoutOneInvoiceOfTheNameAPersonIsAskedAndAnAnswerTellsItAgain() {
        world.sync();
        assertThat(questions())
                .extracting(Review::reason)
                .singleElement()
                .asString()
                .contains("has 0 invoices named \"Gala\"");

        invoice("i1", "150.00");
        try (SyncEngine engine = world.build(World.EVENT)) {
            engine.queues().decide(questions().get(0).id(), Answer.parse("left"));
        }
        world.sync();
        assertThat(transactions()).hasSize(1);
        assertThat(questions()).isEmpty();
    }

    @Test
    void severalInvoicesOfTheNameAreAQuestionToo() {
        invoice("i1", "150.00");
        invoice("i2", "150.00");
        world.sync();

        assertThat(transactions()).isEmpty();
        assertThat(questions()).extracting(Review::kind).containsExactly("PAYMENT_BY_HAND");
    }

    @Test
    void killedAtAnyStepNothingIsRecordedTwice() {
        long steps = story(0).steps();
        for (long point = 1; point <= steps; point++) {
            HighLevelPaymentsTest test = new HighLevelPaymentsTest();
            test.story(point);
            test.world.time.advance(Duration.ofMinutes(3));
            test.world.sync();

            assertThat(test.transactions()).as("killed at step %d", point).hasSize(1);
            test.assertAgreed();
        }
    }

    private CrashingWorld story(long crashAt) {
        CrashingWorld crashing = CrashingWorld.inMemory(world);
        invoice("i1", "150.00");
        if (crashAt > 0) {
            crashing.crashAt(crashAt);
        }
        crashing.sync();
        return crashing;
    }
}
