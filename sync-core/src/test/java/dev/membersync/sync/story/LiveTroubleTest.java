package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.StoreException;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Injection;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A live run while services, lists or the store are not as they should be. */
class LiveTroubleTest {
    private final World world = World.ordinary();
    private final LiveWorld at = new LiveWorld(world);

    @AfterEach
    void close() {
        at.close();
    }

    private void running(int members) {
        world.members(members);
        at.open().settle();
        world.forgetCalls();
    }

    private void renameAll(int members) {
        for (int i = 1; i <= members; i++) {
            world.memberships.members().rename("m" + i, "Ada Newname" + i);
            at.hook("m" + i);
        }
    }

    private void everybodyIsRenamed(int members) {
        for (int i = 1; i <= members; i++) {
            assertThat(world.attendeesOf("m" + i).get(0).lastName()).isEqualTo("Newname" + i);
        }
        assertThat(world.event.attendees()).hasSize(members);
        assertThat(at.waiting()).isZero();
        assertThat(at.flow().deadLetters()).isZero();
    }

    @Test
    void aRevokedCredentialHaltsTheSystemAndNobodyIsCharged() { // F-37
        running(5);
        world.accelevents.faults(
                FaultPlan.always(Injection.of(Fault.STATUS_BEFORE).answering(401)));
        renameAll(5);

        at.pass(Duration.ofMinutes(30));

        assertThat(at.waiting()).isEqualTo(5);
        assertThat(at.live.status().halted())
                .singleElement()
                .satisfies(halted -> assertThat(halted.incident().kind()).isEqualTo("CREDENTIAL_REFUSED"));
        assertThat(at.incidents().get(0).nextStep()).contains("valid key");
        assertThat(world.accelevents.requests().count())
                .as("probes with growing waits")
                .isLessThan(20);
        world.accelevents.faults(FaultPlan.none());
        at.pass(Duration.ofMinutes(6));
        everybodyIsRenamed(5);
        assertThat(at.incidents()).isEmpty();
        assertThat(known("CREDENTIAL_REFUSED", "accelevents").closedAt()).isPresent();
    }

    private Incident known(String kind, String subject) {
        return world.store.inTransaction(
                CrashingWorld.SCOPE, tx -> tx.incidents().find(kind, subject).orElseThrow());
    }

    @Test
    void anIncidentOutlivesTheProcessAndIsOverWhenBothListsAreReadAgain() {
        running(2);
        world.memberships.faults(FaultPlan.always(Fault.DROP_BEFORE));
        renameAll(2);
        at.pass(Duration.ofMinutes(5));
        assertThat(at.incidents()).extracting(Incident::kind).containsExactly("SERVICE_DOWN");
        world.memberships.faults(FaultPlan.none());
        at.live.close();

        try (var engine = world.build(World.EVENT)) {
            assertThat(engine.queues().incidents(9))
                    .extracting(Incident::subject)
                    .containsExactly("memberships");
        }
        at.reopen().settle();

        assertThat(at.incidents()).isEmpty();
    }

    @Test
    void anOutageOfOneSideStopsTheWorkAndTheBacklogIsBounded() { // F-76
        running(5);
        world.memberships.faults(FaultPlan.always(Fault.DROP_BEFORE));
        for (int round = 0; round < 10; round++) {
            renameAll(5);
            at.pass(Duration.ofMinutes(1));
        }

        assertThat(at.waiting()).isEqualTo(5);
        assertThat(at.writes()).isZero();
        assertThat(at.live.status().halted().get(0).incident().subject()).isEqualTo("memberships");
        world.memberships.faults(FaultPlan.none());
        at.pass(Duration.ofMinutes(10));
        everybodyIsRenamed(5);
    }

    @Test
    void aStormOfRefusalsChargesNobody() { // F-32
        running(5);
        renameAll(5);
        world.accelevents.faults(
                FaultPlan.always(Injection.of(Fault.TOO_MANY_WITH_RETRY_AFTER).lasting(Duration.ofSeconds(40)))
                        .on("holders.get", "holders.update", "holders.updateByBarcode")
                        .untilRequest(12));

        at.pass(Duration.ofMinutes(5));

        everybodyIsRenamed(5);
    }

    @Test
    void aUsedUpQuotaWaitsForItsResetAndSaysWhen() { // F-33
        running(8);
        at.live.close();
        RateBudget small = RateBudget.of(new RateLimit(100, Duration.ofSeconds(1), OptionalInt.of(10)), world.time);
        world.left = () -> small;
        at.open();
        at.pass(Duration.ofMinutes(1));
        renameAll(8);
        at.pass(Duration.ofMinutes(10));
        for (int i = 0; i < 12; i++) {
            at.hook("m1");
            at.pass(Duration.ofMinutes(1));
        }

        Incident quota = at.incidents().get(0);
        assertThat(quota.kind()).isEqualTo("QUOTA_USED_UP");
        assertThat(quota.nextStep()).contains("2026-01-0");
        at.pass(Duration.ofHours(25));
        everybodyIsRenamed(8);
    }

    @Test
    void aBurstOfPoisonStopsTheFlowBeforeItIsGivenUpInBulk() { // F-58
        world.accelevents.switches().uniqueHolderEmail(true);
        running(0);
        for (int i = 1; i <= 60; i++) {
            world.memberships.members().add(World.member("p" + i, "Poison Number" + i));
            world.event.addAttendee(
                    world.event.ticketType("VIP").orElseThrow().id(), "A", "B" + i, "other" + i + "@example.com");
        }
        world.accelevents.faults(FaultPlan.none());
        world.accelevents.faults(
                FaultPlan.always(Injection.of(Fault.STATUS_BEFORE).answering(422))
                        .on("orders.create"));
        for (int i = 1; i <= 60; i++) {
            at.hook("p" + i);
        }

        at.pass(Duration.ofMinutes(30));

        assertThat(at.flow().deadLetters()).isLessThanOrEqualTo(20);
        assertThat(at.flow().pausedBecause().orElseThrow()).contains("more than 20 of the last 50 members");
        assertThat(at.waiting()).isGreaterThanOrEqualTo(40);
        world.accelevents.faults(FaultPlan.none());
        assertThat(at.live.resume("members-to-attendees", at.flow().pausedAt().orElseThrow()))
                .isTrue();
        at.pass(Duration.ofHours(2));
        assertThat(at.waiting()).isZero();
    }

    @Test
    void aStoreThatTakesNothingStopsWritesWithoutABusyLoop() { // F-73
        FailingStore store = new FailingStore(MemoryStore.create());
        world.store = store;
        running(3);
        store.failAfter(0);
        world.memberships.members().rename("m1", "Ada Newname");

        assertThatThrownBy(() -> at.hook("m1")).isInstanceOf(StoreException.class);
        at.pass(Duration.ofHours(2));

        assertThat(at.writes()).isZero();
        assertThat(world.memberships.requests().count()).isZero();
        assertThat(at.live.status().halted().get(0).incident().kind()).isEqualTo("STORE_DOWN");
        assertThat(at.incidents()).extracting(Incident::kind).containsExactly("STORE_DOWN");
        store.heal();
        at.pass(Duration.ofMinutes(70));
        assertThat(known("STORE_DOWN", "store").closedAt()).isPresent();
        assertThat(at.incidents()).isEmpty();
        assertThat(world.attendeesOf("m1").get(0).lastName()).isEqualTo("Newname");
    }

    @Test
    void tooManyDecidedOperationsPauseTheWorkflowUntilAPersonRepeatsTheNumber() {
        world.workflow =
                template -> template.guards(new GuardPolicy(100, new GuardPolicy.Share(10, 5), World.WIDE.removals()));
        running(20);
        renameAll(20);
        at.settle();

        assertThat(at.writes()).isEqualTo(5);
        assertThat(at.incidents().get(0).kind()).isEqualTo("MASS_CHANGE");
        assertThat(at.flow().pausedAt()).contains(26L);
        at.hook("m1");
        assertThat(at.waiting()).isEqualTo(16);
        assertThat(at.live.resume("members-to-attendees", 1_000)).isFalse();
        at.reopen().settle();
        assertThat(at.writes()).as("a restart lifts nothing").isEqualTo(5);
        while (at.flow().pausedAt().isPresent()) {
            assertThat(at.live.resume(
                            "members-to-attendees", at.flow().pausedAt().orElseThrow()))
                    .isTrue();
            at.settle();
        }
        everybodyIsRenamed(20);
    }

    @Test
    void theCountOfTheBreakerSlides() {
        world.workflow =
                template -> template.guards(new GuardPolicy(100, new GuardPolicy.Share(10, 5), World.WIDE.removals()));
        running(20);
        for (int i = 1; i <= 20; i++) {
            world.memberships.members().rename("m" + i, "Ada Newname" + i);
            at.hook("m" + i);
            at.pass(Duration.ofMinutes(15));
        }

        everybodyIsRenamed(20);
    }

    @Test
    void aListThatLostMostOfItsRowsIsBelievedByNobody() { // F-29
        world.workflow = template -> template; // the standard guards
        running(60);
        world.memberships.members().clear();
        world.memberships.members().add(World.member("m1", "Person Number1"));

        at.pass(Duration.ofMinutes(65));

        assertThat(at.writes()).isZero();
        assertThat(world.memberships.requests().count("users.get")).isZero();
        assertThat(at.flow().pausedBecause().orElseThrow()).contains("missing from a complete list");
    }

    @Test
    void aMemberWhomTheListLeftOutIsReadBeforeAnythingIsBelieved() { // F-24
        running(5);
        world.memberships.faults(FaultPlan.nth("users.list", 1, Fault.SHORT_PAGE));

        at.pass(Duration.ofMinutes(65));

        assertThat(world.event.attendees()).hasSize(5);
        assertThat(at.writes()).isZero();
        assertThat(world.memberships.requests().count("users.get")).isPositive();
    }

    @Test
    void aPageThatComesAgainStopsTheScanAndConcludesNothing() { // F-26
        running(250);
        world.memberships.faults(FaultPlan.nth("users.list", 3, Fault.REPEATED_PAGE));

        at.pass(Duration.ofMinutes(62));

        assertThat(at.incidents().get(0).kind()).isEqualTo("SCAN_INCOMPLETE");
        assertThat(world.memberships.requests().count("users.list")).isLessThan(40);
        assertThat(at.writes()).isZero();
        world.memberships.faults(FaultPlan.none());
        world.memberships.members().rename("m200", "Ada Newname");
        at.pass(Duration.ofMinutes(10));
        assertThat(world.attendeesOf("m200").get(0).lastName()).isEqualTo("Newname");
    }

    @Test
    void aHalfPageMovesNoPosition() { // F-25
        running(3);
        String ticket = world.attendeesOf("m1").get(0).barcode();
        at.pass(Duration.ofSeconds(61));
        world.accelevents.faults(
                FaultPlan.always(Fault.TRUNCATED_BODY).on("orders.list").untilRequest(8));
        world.event.cancel(world.attendeesOf("m1").get(0).id());
        at.hint(ticket);

        at.pass(Duration.ofMinutes(20));

        assertThat(world.event.attendees()).hasSize(2);
        assertThat(world.accelevents.requests().count("orders.create")).isZero();
        assertThat(at.live.status().halted()).isEmpty();
    }

    @Test
    void aCrashBetweenAPageAndItsPositionRepeatsThePageAndNoWrite() { // F-23
        AtomicBoolean doomed = new AtomicBoolean();
        world.engine = builder -> Checkpoints.told(builder, step -> {
            if (doomed.get() && step.equals("order changes page")) {
                throw new SimulatedCrash(step);
            }
        });
        running(3);
        at.pass(Duration.ofMinutes(2));
        world.event.addAttendee(
                world.event.ticketType("VIP").orElseThrow().id(), "Some", "Body", "somebody@example.com");
        doomed.set(true);
        assertThatThrownBy(() -> at.pass(Duration.ofMinutes(2))).isInstanceOf(SimulatedCrash.class);
        doomed.set(false);
        world.forgetCalls();

        at.reopen().pass(Duration.ofMinutes(5));

        assertThat(at.writes()).isZero();
        assertThat(world.event.attendees()).hasSize(4);
    }

    @Test
    void aKilledRunLosesNothing() { // F-78
        running(5);
        renameAll(5);
        at.live.step();
        at.live.step();

        at.reopen().settle();

        everybodyIsRenamed(5);
    }
}
