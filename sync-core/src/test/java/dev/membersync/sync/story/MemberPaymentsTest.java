package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.LiveOptions;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.PaymentReport;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.payment.Discrepancy;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.workflow.PaymentWorkflow;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeRecord;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Operation;
import dev.membersync.testkit.RecordKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a member paid to the organisation is shown at the registration, and is never money of the event. */
final class MemberPaymentsTest {
    private final World world = World.highLevel(
            "contacts.readonly",
            "locations/customFields.readonly",
            "invoices.readonly",
            "invoices.write",
            "payments/transactions.readonly");

    MemberPaymentsTest() {
        world.paymentsIn = "USD";
        world.duesFields = true;
        world.event.putField(FakeField.question("Dues"));
        world.event.putField(FakeField.question("Receipt"));
        world.memberships.members().add(World.member("m1", "Ada Example"));
    }

    private FakeRecord transaction(String id, String amount, String refunded, String day) {
        return world.memberships
                .records(RecordKind.TRANSACTION)
                .put(
                        id,
                        Map.of(
                                "altId",
                                "loc1",
                                "contactId",
                                "m1",
                                "currency",
                                "USD",
                                "status",
                                "succeeded",
                                "amount",
                                new BigDecimal(amount),
                                "amountRefunded",
                                new BigDecimal(refunded),
                                "liveMode",
                                true,
                                "chargeId",
                                "ch_" + id,
                                "createdAt",
                                "2026-01-" + day + "T00:00:00.000Z"));
    }

    private PaymentReport run() {
        return world.sync().payments().get(0);
    }

    private void assertShown(String status, String id) {
        FakeTicket ticket = world.ticketOf("m1");
        assertThat(ticket.answer("Dues")).isEqualTo(status);
        assertThat(ticket.answer("Receipt")).isEqualTo(id);
    }

    private List<Review> questions() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.queues().reviews(9).stream()
                    .filter(review -> review.kind().startsWith("PAYMENT"))
                    .toList();
        }
    }

    @Test
    void aPaymentIsShownWithinOnePollOfALiveRunAndThenNothingIsWritten() {
        try (LiveWorld at = new LiveWorld(world).open().settle()) {
            transaction("t1", "90.00", "0", "10");
            at.pass(Duration.ofMinutes(1));
            assertShown("paid", "t1");
            world.forgetCalls();

            at.pass(Duration.ofMinutes(10));

            assertThat(world.writes()).isZero();
            assertThat(world.memberships.requests().count("transactions.list")).isEqualTo(10);
        }
    }

    /** F-69: the plan is a field of the contact; what the change costs is a transaction of its own, or nothing. */
    @Test
    void f69APlanThatChangesWithinAPaidPeriodIsOneUpdateAndNoPayment() {
        FakeRecord paid = transaction("t1", "90.00", "0", "10");
        world.memberships
                .records(RecordKind.TRANSACTION)
                .put("t1", paid.with("subscriptionId", "sub_1").values());
        world.sync();
        world.sync();
        assertShown("paid", "t1");
        world.forgetCalls();

        world.memberships.members().changePlan("m1", "gold");
        PaymentReport report = run();

        assertThat(world.writes()).isEqualTo(1);
        assertThat(report.told()).isZero();
        assertShown("paid", "t1");
        assertThat(world.memberships.writes().count()).isZero();
    }

    @Test
    void noRegistrationIsWrittenWhileAMemberIsWorkedOn() throws InterruptedException {
        world.memberships.members().add(World.member("m2", "Bob Example"));
        world.sync();
        transaction("t1", "90.00", "0", "10");
        world.memberships.members().rename("m2", "Bob Newname");
        CountDownLatch noted = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        AtomicReference<Thread> teller = new AtomicReference<>();
        AtomicBoolean working = new AtomicBoolean();
        AtomicBoolean both = new AtomicBoolean();
        world.accelevents.faults((operation, call, request) -> {
            if (Thread.currentThread().equals(teller.get()) && operation.kind() == Operation.Kind.WRITE) {
                both.compareAndSet(false, working.get());
            }
            return Optional.empty();
        });
        world.engine = builder -> Checkpoints.told(builder, step -> {
            if (step.equals("payment noted")) {
                teller.set(Thread.currentThread());
                noted.countDown();
            } else if (step.equals("payment told")) {
                told.countDown();
            } else if (Thread.currentThread().getName().startsWith("membersync-live-")
                    && working.compareAndSet(false, told.getCount() > 0)) {
                await(noted);
                while (teller.get().getState() != Thread.State.WAITING && told.getCount() > 0) {
                    Thread.onSpinWait();
                }
                working.set(false);
            }
        });
        try (SyncEngine engine = world.build(World.EVENT);
                LiveSync live = engine.live(LiveOptions.standard()).start()) {
            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(live.status().halted()).isEmpty();
        }

        assertThat(both).isFalse();
        assertShown("paid", "t1");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPaymentIsShownAndASecondRunWritesNothing() {
        transaction("t1", "90.00", "0", "10");
        world.sync();
        assertShown("paid", "t1");
        world.forgetCalls();

        assertThat(run().isClean()).isTrue();
        assertThat(world.writes()).isZero();
    }

    @Test
    @DisplayName("F-67: a lost answer about a payment that is not the newest any more leaves nothing under way")
    void aLostAnswerIsOvertakenByANewerPayment() {
        world.sync();
        transaction("t1", "90.00", "0", "10");
        world.accelevents.faults(FaultPlan.always(Fault.DROP_AFTER).on("holders.updateByBarcode"));
        assertThat(run().open()).isEqualTo(1);
        world.accelevents.faults(FaultPlan.none());
        transaction("t2", "90.00", "0", "20");

        PaymentReport report = run();

        assertThat(report.isClean()).isTrue();
        assertThat(report.open()).isZero();
        assertShown("paid", "t2");
    }

    @Test
    void otherAnswersStayAsTheyAre() {
        world.sync();
        world.editTicket("m1", "Dietary needs", "vegan");
        transaction("t1", "90.00", "0", "10");
        world.sync();

        assertShown("paid", "t1");
        assertThat(world.ticketOf("m1").answer("Dietary needs")).isEqualTo("vegan");
    }

    @Test
    void aRefundFollows() {
        transaction("t1", "90.00", "0", "10");
        world.sync();
        transaction("t1", "90.00", "90.00", "10");
        world.sync();

        assertShown("refunded", "t1");
    }

    @Test
    void theNewestPaymentIsShownAndAllAreFacts() {
        transaction("t2", "90.00", "0", "20");
        transaction("t1", "80.00", "0", "10");
        world.sync();

        assertShown("paid", "t2");
        try (SyncEngine engine = world.build(World.EVENT)) {
            var report = engine.reconcile(ZoneOffset.UTC, ReconciliationRules.standard())
                    .get(0)
                    .report();
            assertThat(report.charges()).isEqualTo(2);
            assertThat(report.lines().get(0).collector()).isEqualTo("memberships");
            assertThat(report.lines().get(0).closing().decimal()).isEqualByComparingTo("170.00");
        }
    }

    /** What the member paid for a ticket is recorded by us on an invoice. */
    private FakeRecord recorded() {
        world.ticketTypes = Map.of("*", "Backstage");
        world.workflow = template -> template.guards(World.WIDE).paidTickets(PaidTickets.CASH);
        Map<String, ?> invoice =
                Map.of("name", "Gala", "total", new BigDecimal("150.00"), "contactDetails", Map.of("id", "m1"));
        FakeRecord unused = world.memberships.records(RecordKind.INVOICE).put("i1", invoice);
        world.sync();
        List<FakeRecord> all = world.memberships.records(RecordKind.TRANSACTION).all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<Discrepancy> discrepancies() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.reconcile(ZoneOffset.UTC, ReconciliationRules.standard()).stream()
                    .filter(report -> report.workflow().equals(PaymentWorkflow.TO_EVENT))
                    .flatMap(report -> report.report().discrepancies().stream())
                    .toList();
        }
    }

    @Test
    @DisplayName("F-65: what was mirrored to a contact is not mirrored back to the registration")
    void whatWeRecordedIsNotShownAsAPaymentOfTheMember() {
        recorded();
        world.sync();

        assertShown("", "");
    }

    @Test
    @DisplayName("F-65: what was mirrored is no money in the report, and neither is what a person gave back of it")
    void whatWeRecordedIsNoMoneyInTheReport() {
        FakeRecord mirrored = recorded();
        world.sync();
        assertThat(discrepancies()).isEmpty();

        world.memberships
                .records(RecordKind.TRANSACTION)
                .edit(mirrored.id(), paid -> paid.with("amountRefunded", new BigDecimal("50.00")));
        world.sync();

        assertThat(discrepancies()).isEmpty();
        assertShown("", "");
    }

    @Test
    @DisplayName("F-47: a payment of a contact that became part of another one is shown at that one")
    void aPaymentFollowsAMergedContact() {
        world.memberships.members().add(World.member("m2", "Ada Again"));
        transaction("t1", "90.00", "0", "10");
        world.sync();
        world.memberships.members().delete("m1");
        world.memberships
                .records(RecordKind.TRANSACTION)
                .edit("t1", paid -> paid.with("contactId", "m2").with("mergedFromContactId", "m1"));
        world.sync();

        assertThat(world.ticketOf("m2").answer("Receipt")).isEqualTo("t1");
        assertThat(questions()).isEmpty();
        world.forgetCalls();
        world.sync();
        assertThat(world.writes()).isZero();
    }

    @Test
    void anOpenOrderIsNeverSettledAndNamed() {
        world.ticketTypes = Map.of("*", "Backstage");
        world.workflow = template -> template.guards(World.WIDE).paidTickets(PaidTickets.UNPAID);
        transaction("t1", "150.00", "0", "10");
        world.sync();
        world.sync();

        assertThat(world.event
                        .order(world.ticketOf("m1").orderId())
                        .orElseThrow()
                        .status())
                .isEqualTo("Unpaid");
        assertThat(questions()).singleElement().satisfies(review -> {
            assertThat(review.kind()).isEqualTo("PAYMENT_BY_HAND");
            assertThat(review.reason()).contains("order " + world.ticketOf("m1").orderId() + " of the event is open");
        });
    }

    @Test
    void aMemberWithoutRegistrationIsToldOfOnceThereIsOne() {
        world.memberships.members().add(World.member("m2", "Bob Other").withStatus("inactive"));
        transaction("t1", "90.00", "0", "10");
        world.memberships.records(RecordKind.TRANSACTION).edit("t1", row -> row.with("contactId", "m2"));
        assertThat(run().isClean()).isTrue();
        world.memberships.members().changeStatus("m2", "active");
        world.sync();

        assertThat(world.ticketOf("m2").answer("Dues")).isEqualTo("paid");
    }
}
