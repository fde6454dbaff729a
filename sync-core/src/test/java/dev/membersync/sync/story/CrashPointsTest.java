package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.Injection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-08, F-23: the engine is killed at every step it takes, and one run later everything is as if it never was. */
class CrashPointsTest {
    /** One who is new, one who is there already, a rename, an exchange, two with one address. */
    private static CrashingWorld six(CrashingWorld crashing) {
        World world = crashing.world;
        world.members(4);
        world.event.addAttendee(
                world.event.ticketType("General Admission").orElseThrow().id(), "Person", "Number2", "m2@example.com");
        return crashing;
    }

    private static CrashingWorld two(CrashingWorld crashing) {
        crashing.world.members(2);
        return crashing;
    }

    private static void story(CrashingWorld crashing) {
        crashing.sync();
        World world = crashing.world;
        world.memberships.members().rename("m3", "Other Name");
        world.memberships.members().changePlan("m4", "gold");
        world.memberships.members().add(World.member("m5", "Person Number5").withEmail("both@example.com"));
        world.memberships.members().add(World.member("m6", "Person Number6").withEmail("both@example.com"));
        crashing.sync();
    }

    private static void firstRun(CrashingWorld crashing) {
        crashing.sync();
    }

    private static long steps(Supplier<CrashingWorld> fresh, Consumer<CrashingWorld> story) {
        CrashingWorld whole = fresh.get();
        story.accept(whole);
        whole.assertInStep();
        return whole.steps();
    }

    private static void everywhere(Supplier<CrashingWorld> fresh, Consumer<CrashingWorld> story) {
        long steps = steps(fresh, story);
        assertThat(steps).isGreaterThan(20);
        List<String> broken = new ArrayList<>();
        for (long point = 1; point <= steps; point++) {
            CrashingWorld crashing = fresh.get();
            crashing.crashAt(point);
            check(crashing, story, "crash at " + point, broken);
        }
        assertThat(broken).isEmpty();
    }

    private static void check(CrashingWorld crashing, Consumer<CrashingWorld> story, String what, List<String> broken) {
        try {
            story.accept(crashing);
            crashing.assertInStep();
            crashing.assertAtRest();
        } catch (AssertionError | RuntimeException e) {
            broken.add(what + ": " + e);
        }
    }

    @Test
    void aCrashAtAnyStepLosesAndDoublesNobody() {
        everywhere(() -> six(CrashingWorld.inMemory(World.ordinary())), CrashPointsTest::story);
    }

    @Test
    void aCrashAtAnyStepOfATwoWayRunLosesNoEdit() {
        everywhere(() -> two(CrashingWorld.inMemory(World.twoWay())), crashing -> {
            crashing.sync();
            crashing.sync(); // shows what was written: what changes from now on is an edit
            World world = crashing.world;
            world.editTicket("m1", "First Name", "Edited");
            world.memberships.members().changeEmail("m1", "left@example.org");
            world.editTicket("m2", "Dietary needs", "vegan");
            crashing.sync();
            assertThat(world.ticketOf("m1").firstName()).isEqualTo("Edited");
            assertThat(world.ticketOf("m1").email()).isEqualTo("left@example.org");
            assertThat(world.memberships.contacts().field("m2", "dietary")).contains("vegan");
        });
    }

    @Test
    void aMemberThatChangesWhileTheEngineIsDownIsFollowed() {
        everywhere(
                () -> {
                    CrashingWorld crashing = six(CrashingWorld.inMemory(World.ordinary()));
                    crashing.meanwhile = () -> crashing.world.memberships.members().all().stream()
                            .map(FakeMember::userId)
                            .forEach(userId -> {
                                crashing.world.memberships.members().rename(userId, "Renamed " + userId);
                                if (!userId.equals("m2")) { // whom only his old address can match
                                    crashing.world.memberships.members().changeEmail(userId, userId + "@example.org");
                                }
                                crashing.world.memberships.members().changePlan(userId, "gold");
                            });
                    return crashing;
                },
                CrashPointsTest::story);
    }

    @Test
    void aCrashAtAnyStepOnSqliteLosesAndDoublesNobody(@TempDir Path folder) {
        AtomicInteger files = new AtomicInteger();
        everywhere(
                () -> {
                    World world = World.ordinary();
                    String url = "jdbc:sqlite:" + folder.resolve("store" + files.incrementAndGet() + ".db");
                    world.store = JdbcStore.open(url);
                    return two(CrashingWorld.on(world, store -> reopen(store, url)));
                },
                CrashPointsTest::firstRun);
    }

    private static SyncStore reopen(SyncStore store, String url) {
        store.close();
        return JdbcStore.open(url);
    }

    @Test
    void twoCrashesAtAnyStepsLoseAndDoubleNobody() {
        Supplier<CrashingWorld> fresh = () -> two(CrashingWorld.inMemory(World.ordinary()));
        long steps = steps(fresh, CrashPointsTest::firstRun);
        List<String> broken = new ArrayList<>();
        for (long first = 1; first <= steps; first++) {
            for (long second = first + 1 + first % 3; second <= first + steps; second += 3) {
                CrashingWorld crashing = fresh.get();
                crashing.crashAt(first, second);
                check(crashing, CrashPointsTest::firstRun, "crashes at " + first + " and " + second, broken);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aLostAnswerAndACrashTogetherLoseAndDoubleNobody() {
        Supplier<CrashingWorld> fresh = () -> two(CrashingWorld.inMemory(World.ordinary()));
        CrashingWorld whole = fresh.get();
        firstRun(whole);
        long steps = whole.steps();
        int calls = whole.world.accelevents.requests().count();
        List<String> broken = new ArrayList<>();
        for (int lost = 1; lost <= calls; lost++) {
            for (long point = 1; point <= steps; point++) {
                CrashingWorld crashing = fresh.get();
                crashing.crashAt(point);
                int doomed = lost;
                crashing.world.accelevents.faults((operation, call, request) ->
                        Optional.of(Injection.of(Fault.DROP_AFTER)).filter(unused -> request == doomed));
                check(crashing, CrashPointsTest::firstRun, "answer " + lost + " lost and crash at " + point, broken);
            }
        }
        assertThat(broken).isEmpty();
    }
}
