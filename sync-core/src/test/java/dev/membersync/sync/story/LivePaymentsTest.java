package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.membersync.client.error.TransportException;
import dev.membersync.sync.LiveOptions;
import dev.membersync.sync.LiveStatus;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import dev.membersync.testkit.FakePayment;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Injection;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Payments while the engine runs live, in manual time. */
class LivePaymentsTest {
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final String TELL = "payments.record";

    private final World world = World.withPayments();
    private final LiveWorld at = new LiveWorld(world);

    LivePaymentsTest() {
        world.memberships.switches().changesPayments(true);
        world.members(2);
    }

    @AfterEach
    void close() {
        if (at.live != null) {
            at.close();
        }
    }

    private void running() {
        at.open().settle();
        world.forgetCalls();
    }

    private FakeTicket paid(String userId) {
        long backstage = world.event.ticketType("Backstage").orElseThrow().id();
        return world.event.addAttendee(
                backstage,
                Map.of(
                        "First Name",
                        "Person",
                        "Last Name",
                        "Number",
                        "Email",
                        userId + "@example.com",
                        "Member ID",
                        userId),
                "membersync:" + userId);
    }

    private void assertOnRecord(FakeTicket ticket, String amount, String status) {
        assertThat(world.memberships.payments())
                .extracting(FakePayment::paymentId, FakePayment::amount, FakePayment::status)
                .contains(tuple(World.EVENT + "/" + ticket.orderId(), new BigDecimal(amount), status));
    }

    private long told() {
        return world.memberships.requests().count(TELL);
    }

    private LiveStatus.Payments payments() {
        return at.live.status().payments().get(0);
    }

    private static FaultPlan answering(int status) {
        return FaultPlan.always(Injection.of(Fault.STATUS_BEFORE).answering(status))
                .on(TELL);
    }

    @Test
    void whatWasPaidIsToldWithinOnePoll() {
        running();
        FakeTicket ticket = paid("m1");

        at.pass(POLL);

        assertOnRecord(ticket, "150.00", "paid");
        assertThat(told()).isEqualTo(1);
        assertThat(payments().told()).isEqualTo(1);
    }

    @Test
    void anOrderWhoseTicketIsOnlyJustBeingLinkedIsToldWithinTheSamePoll() {
        World telling = World.everything();
        telling.flow = desk -> RegistrationsToMembership.of(desk).build();
        telling.members(1);
        LiveWorld running = new LiveWorld(telling).open().settle();
        running.pass(POLL.multipliedBy(2));
        long backstage = telling.event.ticketType("Backstage").orElseThrow().id();
        telling.event.addAttendee(backstage, "Person", "Number1", "m1@example.com");
        telling.event.addAttendee(backstage, "No", "Member", "nobody@example.com");

        running.pass(POLL.plusSeconds(10));

        assertThat(telling.memberships.payments())
                .extracting(FakePayment::userId)
                .containsExactly("m1");
        telling.forgetCalls();
        running.pass(POLL.multipliedBy(10));
        assertThat(telling.accelevents.requests().count("orders.list")).isLessThanOrEqualTo(2 * 10);
        running.close();
    }

    @Test
    void aRefundFollowsWithinOnePoll() {
        FakeTicket ticket = paid("m1");
        running();
        assertOnRecord(ticket, "150.00", "paid");

        world.event.refund(ticket.id(), new BigDecimal("50.00"));
        at.pass(POLL);
        assertOnRecord(ticket, "100.00", "partially_refunded");

        world.event.refund(ticket.id(), new BigDecimal("100.00"));
        at.pass(POLL);
        assertOnRecord(ticket, "0.00", "refunded");
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void whileNothingChangesAPollIsOneReadOfEachPageAndNoWrite() {
        world.paymentsAlone = true;
        for (int i = 0; i < 150; i++) {
            paid("m1");
        }
        running();

        at.pass(POLL.multipliedBy(60));

        assertThat(world.writes()).isZero();
        assertThat(world.accelevents.requests().count("orders.list")).isEqualTo(60 * 2);
        assertThat(at.calls()).isEqualTo(60 * 2);
        assertThat(payments().unchanged()).isEqualTo(150);
    }

    @Test
    void aListThatIsLongForTheQuotaOfADayIsReadLessOften() {
        world.paymentsAlone = true;
        at.options = LiveOptions.standard().withDailyCalls(4_800);
        for (int i = 0; i < 150; i++) {
            paid("m1");
        }
        running();

        at.pass(Duration.ofHours(24));

        assertThat(at.calls()).isBetween(230L, 240L);
    }

    @Test
    void aServiceThatIsDownPausesPaymentsAloneAndIsAskedWithGrowingWaits() {
        running();
        world.memberships.faults(FaultPlan.always(Fault.DROP_BEFORE).on(TELL));
        List<FakeTicket> tickets = List.of(paid("m1"), paid("m1"), paid("m1"), paid("m1"), paid("m2"), paid("m2"));
        at.pass(POLL);
        long first = told();
        at.pass(Duration.ofMinutes(30));

        assertThat(at.live.status().halted())
                .singleElement()
                .satisfies(halted -> assertThat(halted.incident().subject()).isEqualTo("payments"));
        assertThat(at.incidents()).extracting(Incident::kind).containsExactly("SERVICE_DOWN");
        assertThat(told() / first).as("tries in half an hour").isLessThan(12);
        world.memberships.members().rename("m1", "Ada Newname");
        at.hook("m1");
        at.settle();
        assertThat(world.attendeesOf("m1").get(0).lastName()).isEqualTo("Newname");
        world.memberships.faults(FaultPlan.none());
        world.forgetCalls();
        at.pass(Duration.ofMinutes(6));

        tickets.forEach(ticket -> assertOnRecord(ticket, "150.00", "paid"));
        assertThat(told()).isEqualTo(6);
        assertThat(at.incidents()).isEmpty();
        assertThat(at.live.status().halted()).isEmpty();
    }

    @Test
    void aRevokedCredentialIsAnIncidentAndNoQuestion() { // F-37
        running();
        world.memberships.faults(answering(401));
        FakeTicket ticket = paid("m1");
        at.pass(Duration.ofMinutes(30));

        assertThat(at.incidents()).extracting(Incident::kind).containsExactly("CREDENTIAL_REFUSED");
        assertThat(at.incidents().get(0).nextStep()).contains("valid key");
        assertThat(payments().reviews()).isZero();
        world.memberships.faults(FaultPlan.none());
        at.pass(Duration.ofMinutes(6));
        assertOnRecord(ticket, "150.00", "paid");
        assertThat(at.incidents()).isEmpty();
    }

    @Test
    void whatReadsNoMoreAtTheEventWaitsForItToo() {
        world.paymentsAlone = true;
        running();
        world.accelevents.faults(FaultPlan.always(Fault.DROP_BEFORE));
        FakeTicket ticket = paid("m1");
        at.pass(Duration.ofMinutes(30));
        assertThat(at.incidents()).extracting(Incident::kind).containsExactly("SERVICE_DOWN");

        world.accelevents.faults(FaultPlan.none());
        at.pass(Duration.ofMinutes(6));

        assertOnRecord(ticket, "150.00", "paid");
        assertThat(at.incidents()).isEmpty();
    }

    @Test
    void anIncidentOfAProcessThatWasKilledIsOverWhenTheNextOneGetsThrough() {
        world.paymentsAlone = true;
        running();
        world.memberships.faults(answering(401));
        paid("m1");
        at.pass(POLL);
        assertThat(at.incidents()).hasSize(1);
        world.memberships.faults(FaultPlan.none());

        at.reopen().settle();

        assertThat(at.incidents()).isEmpty();
        assertThat(told()).isPositive();
    }

    @Test
    void aPaymentWhoseCallAlwaysFailsHoldsUpNoOther() {
        FakeTicket poison = paid("m1");
        world.wire = transport -> (request, deadline) -> {
            if (new String(request.body().orElse(new byte[0]), StandardCharsets.UTF_8)
                    .contains("/" + poison.orderId() + "\"")) {
                throw TransportException.notSent("this one never works", null);
            }
            return transport.send(request, deadline);
        };
        running();
        at.pass(POLL);
        for (int i = 0; i < 5; i++) {
            FakeTicket other = paid("m2");
            at.pass(POLL);
            assertOnRecord(other, "150.00", "paid");
        }

        assertThat(payments().failed()).isEqualTo(1);
        assertThat(at.incidents()).extracting(Incident::subject).containsExactly("payments");
    }

    @Test
    void aFirstRoundOfManyPaymentsHoldsUpNoMember() {
        List<String> names = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        world.wire = transport -> (request, deadline) -> {
            if (request.uri().getPath().endsWith("/payments")) {
                names.add(world.attendeesOf("m1").get(0).lastName());
                if (calls.incrementAndGet() == 10) {
                    world.memberships.members().rename("m1", "Ada Newname");
                    at.hook("m1");
                }
            }
            return transport.send(request, deadline);
        };
        world.sync();
        for (int i = 0; i < 50; i++) {
            paid("m2");
        }
        at.open().settle();

        assertThat(names).hasSize(50);
        assertThat(names.subList(0, 10)).doesNotContain("Newname");
        assertThat(names.subList(11, 50)).containsOnly("Newname");
    }

    @Test
    void anOrderThatIsGoneIsAskedAboutOnceAndCostsNoFurtherCall() {
        world.paymentsAlone = true;
        FakeTicket ticket = paid("m1");
        running();
        world.event.delete(ticket.id());
        at.pass(POLL);
        assertThat(payments().reviews()).isEqualTo(1);
        world.forgetCalls();

        at.pass(POLL.multipliedBy(10));

        assertThat(at.calls()).isEqualTo(10);
        assertThat(payments().reviews()).isEqualTo(1);
    }

    @Test
    void aWebhookOfTheEventHastensTheNextRound() {
        at.options = at.options.pollingEvery(Duration.ofHours(1));
        running();
        at.pass(Duration.ofMinutes(10));
        FakeTicket ticket = paid("m1");
        at.hint(ticket.barcode());

        at.pass(Duration.ofSeconds(10));

        assertOnRecord(ticket, "150.00", "paid");
    }

    @Test
    void aStormOfWebhooksStaysWithinTheShareOfTheDay() {
        world.paymentsAlone = true;
        running();
        for (int i = 0; i < 3_600; i++) {
            at.hint("nobody");
            at.pass(Duration.ofSeconds(1));
        }

        assertThat(at.calls()).as("of the 417 calls of an hour").isLessThan(420);
    }

    @Test
    void paymentsAloneRunLive() {
        world.paymentsAlone = true;
        FakeTicket ticket = paid("m1");
        running();
        assertOnRecord(ticket, "150.00", "paid");

        world.event.refund(ticket.id(), new BigDecimal("150.00"));
        at.pass(POLL);

        assertOnRecord(ticket, "0.00", "refunded");
        assertThat(at.live.status().workflows()).isEmpty();
        assertThat(payments().workflow()).isEqualTo("payments");
        assertThat(payments().told()).isEqualTo(2);
    }

    @Test
    void aStoreThatTakesNothingStopsPaymentsUntilItDoes() { // F-73
        FailingStore store = new FailingStore(MemoryStore.create());
        world.store = store;
        world.paymentsAlone = true;
        running();
        store.failAfter(0);
        FakeTicket ticket = paid("m1");
        at.pass(Duration.ofMinutes(30));
        assertThat(told()).isZero();
        assertThat(at.incidents()).extracting(Incident::kind).containsExactly("STORE_DOWN");

        store.heal();
        at.pass(Duration.ofMinutes(6));

        assertOnRecord(ticket, "150.00", "paid");
        assertThat(at.incidents()).isEmpty();
    }

    @Test
    void killedAndOpenedAgainItTellsOnce() { // F-78
        running();
        FakeTicket ticket = paid("m1");
        at.pass(POLL);

        at.reopen().pass(POLL.multipliedBy(5));

        assertOnRecord(ticket, "150.00", "paid");
        assertThat(told()).isEqualTo(1);
    }

    @Test
    @DisplayName("F-67: a live run that is killed at any step tells everything under one key")
    void killedAnywhereItEndsInStep() {
        long steps = tell(0);
        assertThat(steps).isBetween(10L, 500L);
        for (long point = 1; point <= steps; point++) {
            tell(point);
        }
    }

    /** Told, and after a refund told again, live; killed once on the way. @return the steps of the whole story */
    private static long tell(long crashAt) {
        LivePaymentsTest story = new LivePaymentsTest();
        story.world.paymentsAlone = true;
        FakeTicket first = story.paid("m1");
        FakeTicket second = story.paid("m2");
        CrashingWorld crashing = CrashingWorld.inMemory(story.world);
        if (crashAt > 0) {
            crashing.crashAt(crashAt);
        }
        crashing.survive(() -> story.at.open().pass(POLL));
        story.world.event.refund(first.id(), new BigDecimal("50.00"));
        crashing.survive(() -> story.at.open().pass(POLL));
        long steps = crashing.steps();

        story.assertOnRecord(first, "100.00", "partially_refunded");
        story.assertOnRecord(second, "150.00", "paid");
        assertThat(story.world.memberships.payments()).hasSize(2);
        story.world.forgetCalls();
        story.at.pass(POLL);
        assertThat(story.told()).isZero();
        story.close();
        return steps;
    }
}
