package dev.membersync.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Injection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * F-08, F-23: the engine is killed at every step it takes, and when it has run again everything is as if it never was.
 * Where stories or pairs are many, a usual build takes a part of the steps that lies evenly over the story.
 */
@Timeout(900)
class CrashPointsTest {
    /** Where the engine is killed in one telling of a story; every point counts from the start. */
    private record Kills(List<Long> points) {
        void arm(Sim sim) {
            points.forEach(sim::crashAt);
        }
    }

    private static long steps(List<Act> script) {
        return steps(Kind.ONE_WAY, script);
    }

    private static long steps(Kind kind, List<Act> script) {
        Sim whole = Sim.inMemory(kind);
        script.forEach(act -> act.move().accept(whole));
        long steps = whole.steps();
        assertThat(whole.rest()).as("without a crash").isEmpty();
        return steps;
    }

    private static void asItIs(Sim sim) {
        assertThat(sim.steps()).isZero();
    }

    private static Stream<Kills> single(long steps) {
        return single(steps, 1, 0);
    }

    private static Stream<Kills> single(long steps, int every, int from) {
        return LongStream.rangeClosed(1, steps)
                .filter(point -> point % every == from % every)
                .mapToObj(point -> new Kills(List.of(point)));
    }

    /** The second crash may come as late after the first as the whole story is long. Each step is the first of some pairs. */
    private static Stream<Kills> pairs(long steps) {
        int every = Heavy.of(10, 1);
        return LongStream.rangeClosed(1, steps)
                .boxed()
                .flatMap(first -> LongStream.rangeClosed(first + 1, first + steps)
                        .filter(second -> (first + second) % every == 0)
                        .mapToObj(second -> new Kills(List.of(first, second))));
    }

    private static long everywhere(Supplier<Sim> fresh, List<Act> script, Stream<Kills> kills, Consumer<Sim> before) {
        AtomicInteger told = new AtomicInteger();
        List<String> broken = kills.parallel()
                .flatMap(each -> {
                    told.incrementAndGet();
                    return outcome(fresh.get(), script, each, before).stream().map(what -> each + ": " + what);
                })
                .limit(20)
                .toList();
        assertThat(broken).isEmpty();
        return told.get();
    }

    private static List<String> outcome(Sim sim, List<Act> script, Kills kills, Consumer<Sim> before) {
        try {
            before.accept(sim);
            kills.arm(sim);
            script.forEach(act -> act.move().accept(sim));
            return sim.rest();
        } catch (RuntimeException | AssertionError e) {
            return List.of("threw " + e);
        }
    }

    @Test
    void aCrashAtAnyStepLosesAndDoublesNobody() { // F-08, F-23
        long points = everywhere(
                () -> Sim.inMemory(Kind.ONE_WAY),
                Script.everything(),
                single(steps(Script.everything())),
                CrashPointsTest::asItIs);

        assertThat(points).isGreaterThan(200);
        System.out.println("crash points: " + points + " single");
    }

    private static long singles(Kind kind, List<Act> script, int every) {
        long points = everywhere(
                () -> Sim.inMemory(kind), script, single(steps(kind, script), every, 0), CrashPointsTest::asItIs);
        System.out.println("crash points: " + points + " single, " + kind);
        return points;
    }

    @Test
    void aCrashAtAnyStepBetweenTwoSidesThatAreEditedLosesNoEdit() { // F-08
        assertThat(singles(Kind.BOTH_WAYS, Script.bothWays(), 1)).isGreaterThan(300);
    }

    @Test
    void aCrashAtAnyStepOfALiveRunLosesAndDoublesNobody() { // F-08, F-23
        assertThat(singles(Kind.LIVE, Script.live(), 1)).isGreaterThan(100);
    }

    @Test
    void aCrashAtAnyStepOfALiveRunBetweenTwoSidesThatAreEditedLosesNoEdit() { // F-08
        assertThat(singles(Kind.LIVE_BOTH_WAYS, Script.live(), Heavy.of(4, 1))).isGreaterThan(50);
    }

    @Test
    void twoCrashesAtAnyStepsLoseAndDoubleNobody() {
        List<Act> script = Heavy.isOn() ? Script.little() : Script.least();
        long pairs =
                everywhere(() -> Sim.inMemory(Kind.ONE_WAY), script, pairs(steps(script)), CrashPointsTest::asItIs);

        System.out.println("crash points: " + pairs + " pairs");
    }

    @Test
    void aMemberThatChangesWhileTheEngineIsDownIsFollowed() {
        List<Act> script = Script.everything();
        everywhere(
                () -> Sim.inMemory(Kind.ONE_WAY),
                script,
                single(steps(script), Heavy.of(2, 1), 0),
                sim -> sim.meanwhile(CrashPointsTest::editEverybody));
    }

    /** Nobody's address: an attendee who was there is known by it alone until he is linked. */
    private static void editEverybody(Sim sim) {
        int members = sim.world.memberships.members().count();
        for (int i = 0; i < members; i++) {
            FakeMember member = sim.world.memberships.members().all().get(i);
            People.rename(sim, i, "Renamed " + member.userId());
            People.plan(sim, i, "gold");
        }
    }

    @Test
    void aCrashAtAnyStepOnSqliteLosesAndDoublesNobody(@TempDir Path folder) {
        AtomicInteger files = new AtomicInteger();
        everywhere(
                () -> Sim.on(
                        Kind.ONE_WAY,
                        Disk.at("jdbc:sqlite:" + folder.resolve("s" + files.incrementAndGet() + ".db")),
                        Variation.NONE),
                Script.least(),
                single(steps(Script.least())),
                CrashPointsTest::asItIs);
    }

    @Test
    void aLostAnswerAndACrashTogetherLoseAndDoubleNobody() { // F-01
        Sim whole = Sim.inMemory(Kind.ONE_WAY);
        Script.least().forEach(act -> act.move().accept(whole));
        int calls = whole.world.accelevents.requests().count();
        for (int lost = 1; lost <= calls; lost++) {
            int doomed = lost;
            FaultPlan plan = (operation, call, request) ->
                    Optional.of(Injection.of(Fault.DROP_AFTER)).filter(unused -> request == doomed);
            everywhere(
                    () -> Sim.inMemory(Kind.ONE_WAY),
                    Script.least(),
                    single(whole.steps(), Heavy.of(3, 1), doomed),
                    sim -> sim.faults(FaultPlan.none(), plan));
        }
    }
}
