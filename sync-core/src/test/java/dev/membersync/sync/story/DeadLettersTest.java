package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.AuthException;
import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.SyncException;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.store.DeadLetter;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.WorkItem;
import dev.membersync.sync.workflow.RunHaltedException;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Injection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was given up or stopped: listed with its next step, replayed, dropped, and over when it works again. */
class DeadLettersTest {
    private World world = Quandary.REFUSED.raise();

    @Test
    @DisplayName("F-57 a dead letter is listed with its kind and what to do next")
    void aDeadLetterIsListed() {
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.userId()).isEqualTo("m1");
            assertThat(letter.kind()).isEqualTo("REFUSED");
            assertThat(letter.nextStep()).contains("replay");
            assertThat(letter.toString()).doesNotContain("Person").doesNotContain("@");
        });
    }

    @Test
    @DisplayName("F-57 a replayed member is tried again once, and is in step when its reason has gone")
    void aReplay() {
        world.accelevents.switches().uniqueHolderEmail(false);
        assertThat(world.sync().counts().created()).isZero();
        try (var engine = world.build(World.EVENT)) {
            assertThat(engine.queues().replay("m1")).isTrue();
            assertThat(engine.queues().replay("m0")).isFalse();
        }

        assertThat(world.sync().counts().created()).isEqualTo(1);

        assertThat(letters()).isEmpty();
        assertThat(world.sync().isClean()).isTrue();
    }

    @Test
    void allOfOneKindAreReplayed() {
        try (var engine = world.build(World.EVENT)) {
            assertThat(engine.queues().replayAll("OTHER")).isZero();
            assertThat(engine.queues().replayAll("REFUSED")).isEqualTo(1);
            assertThat(engine.queues().replayAll()).isEqualTo(1);
        }
        world.sync();
        assertThat(world.accelevents.requests().count("orders.place")
                        + world.accelevents.requests().count("orders.pay"))
                .isPositive();
    }

    @Test
    void aDroppedMemberIsLeftAloneUntilItChanges() {
        try (var engine = world.build(World.EVENT)) {
            assertThat(engine.queues().drop("m1", "comes as a guest")).isTrue();
            assertThat(engine.queues().drop("m0", "never was one")).isFalse();
        }
        assertThat(world.sync().isClean()).isTrue();
        assertThat(world.accelevents.requests().count("orders.pay")).isZero();

        world.memberships.members().changeEmail("m1", "other@example.com");

        assertThat(world.sync().counts().created()).isEqualTo(1);
    }

    @Test
    void aReasonHoldsNoAddress() {
        try (var engine = world.build(World.EVENT)) {
            assertThatThrownBy(() -> engine.queues().drop("m1", "wrote to a@example.org"))
                    .isInstanceOf(SyncException.class)
                    .hasMessageNotContaining("example.org");
        }
        assertThat(letters()).hasSize(1);
    }

    @Test
    @DisplayName("F-55 when a table knows a word, its holders alone are freed, after a restart too")
    void aWordThatIsKnownFreesItsHolders(@TempDir Path folder) {
        String url = "jdbc:sqlite:" + folder.resolve("store.db");
        world = World.ordinary();
        world.store = JdbcStore.open(url);
        world.members(5);
        world.ticketTypes = Map.of("gold", "VIP", "active", "General Admission");
        statuses("active");
        world.memberships.members().changeStatus("m2", "galactic");
        world.memberships.members().changeStatus("m3", "galactic");
        world.memberships.members().edit("m4", member -> member.withStatus("lunar"));
        assertThat(world.sync().counts().created()).isEqualTo(2);
        assertThat(reviews()).extracting(Review::id).contains("UNKNOWN_STATUS:galactic", "UNKNOWN_STATUS:lunar");
        world.store.close();
        world.store = JdbcStore.open(url);
        world.ticketTypes = Map.of("active", "General Admission", "galactic", "General Admission");
        statuses("active", "galactic");
        List<String> freed = new ArrayList<>();
        world.engine = builder -> Checkpoints.told(builder, step -> {
            if (step.equals("attendee page") && freed.isEmpty()) { // before any member was read
                freed.addAll(due());
                freed.add("-");
            }
        });

        assertThat(world.sync().counts().created()).isEqualTo(2);

        assertThat(freed).containsExactly("m2", "m3", "-");
        assertThat(reviews()).extracting(Review::subject).containsOnly("lunar");
        world.store.close();
    }

    private List<String> due() {
        return world.store.inTransaction(
                CrashingWorld.SCOPE,
                tx -> tx.work().page("", 99).stream()
                        .filter(item -> item.waitsFor().isEmpty())
                        .map(WorkItem::userId)
                        .toList());
    }

    private void statuses(String... known) {
        Map<String, StatusAction> rows = new HashMap<>();
        List.of(known).forEach(word -> rows.put(word, StatusAction.REGISTER));
        world.workflow = template -> template.guards(World.WIDE).statuses(Statuses.of(rows));
    }

    @Test
    @DisplayName("F-37 a refused credential is an incident until a run goes through")
    void aRefusedCredential() {
        world.accelevents.faults(
                FaultPlan.always(Injection.of(Fault.STATUS_BEFORE).answering(401)));
        assertThatThrownBy(world::sync).isInstanceOf(AuthException.class);
        assertThatThrownBy(world::sync).isInstanceOf(AuthException.class);
        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo("CREDENTIAL_REFUSED");
            assertThat(incident.status()).hasValue(401);
            assertThat(incident.service()).isEqualTo("accelevents");
            assertThat(incident.nextStep()).isNotEmpty();
            assertThat(incident.times()).isEqualTo(2);
        });

        world.accelevents.faults(FaultPlan.none());
        world.sync();

        assertThat(incidents()).isEmpty();
    }

    @Test
    @DisplayName("F-58 when every member is refused the run stops with an incident, and most are not given up")
    void aBurstOfPoison() {
        world = World.ordinary();
        world.accelevents.switches().uniqueHolderEmail(true);
        world.memberships.members().add(World.member("a0", "First One").withEmail("same@example.com"));
        world.sync();
        for (int i = 0; i < 60; i++) {
            world.memberships.members().add(World.member("m" + i, "Person " + i).withEmail("same@example.com"));
        }

        assertThatThrownBy(world::sync)
                .isInstanceOf(RunHaltedException.class)
                .hasMessageContaining("more than 20 of the last 50 members could not be worked on");

        assertThat(letters()).hasSizeLessThanOrEqualTo(20);
        assertThat(incidents()).extracting(Incident::kind).containsExactly("POISON_BURST");
        assertThat(due()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    @DisplayName("F-53 too many missing members are an incident")
    void tooManyMissing() {
        world = World.ordinary();
        world.members(30);
        world.workflow = template -> template;
        world.sync();
        for (int i = 1; i <= 20; i++) {
            world.memberships.members().delete("m" + i);
        }

        assertThat(world.sync().isStopped()).isTrue();

        assertThat(incidents()).extracting(Incident::kind).containsExactly("TOO_MANY_MISSING");
    }

    private List<DeadLetter> letters() {
        try (var engine = world.build(World.EVENT)) {
            return engine.queues().deadLetters(99);
        }
    }

    private List<Incident> incidents() {
        try (var engine = world.build(World.EVENT)) {
            return engine.queues().incidents(99);
        }
    }

    private List<Review> reviews() {
        try (var engine = world.build(World.EVENT)) {
            return engine.reviews(99);
        }
    }
}
