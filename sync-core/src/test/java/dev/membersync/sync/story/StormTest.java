package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.error.ApiException;
import dev.membersync.sync.SyncReport;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F-01 to F-06: 200 members, 15 % faults of every kind, and an engine that is killed now and then. */
class StormTest {
    private static final int MEMBERS = 200;
    private static final Set<Fault> FAULTS = EnumSet.complementOf(EnumSet.of(Fault.UNKNOWN_ENUM));

    /** Late answers come after the deadline of the call, late effects within the hold of an order. */
    private static FaultPlan storm(long seed) {
        FaultPlan share = FaultPlan.share(0.15, seed, FAULTS);
        return (operation, call, request) -> share.next(operation, call, request)
                .map(each -> each.fault() == Fault.DELAY ? each.lasting(Duration.ofSeconds(45)) : each)
                .map(each -> each.fault() == Fault.LATE_APPLY ? each.lasting(late(seed, call)) : each);
    }

    private static Duration late(long seed, long call) {
        return Duration.ofSeconds(1 + (seed * 7 + call * 13) % 90);
    }

    private static CrashingWorld survivor(long seed) {
        CrashingWorld storm = CrashingWorld.inMemory(World.ordinary());
        storm.world.members(MEMBERS);
        storm.world.accelevents.faults(storm(seed));
        SplittableRandom random = new SplittableRandom(seed);
        storm.crashAt(random.nextLong(100, 900), random.nextLong(900, 2_500), random.nextLong(2_500, 4_500));
        run(storm);
        assertThat(storm.crashesAhead()).as("crashes that did not happen").isEmpty();
        assertThat(storm.world.accelevents.requests().entries())
                .filteredOn(entry -> entry.fault() != null)
                .hasSizeGreaterThan(60);
        return storm;
    }

    /** Runs until one ends by itself and leaves nothing for a later one. */
    private static void run(CrashingWorld storm) {
        for (int i = 0; i < 30; i++) {
            try {
                SyncReport report = storm.sync();
                if (report.isComplete() && report.isClean()) {
                    return;
                }
            } catch (ApiException down) {
                assertThat(down).isNotNull(); // a scan could not be finished; the next run is a later one
            }
            storm.world.time.advance(Duration.ofMinutes(1));
        }
        throw new AssertionError("30 runs were not enough");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("heavy") ? 12 : 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesEverybodyWithOneAttendeeWhoFollows(long seed) {
        CrashingWorld storm = survivor(seed);
        storm.world.accelevents.faults(FaultPlan.none());
        storm.assertInStep();
        storm.assertAtRest();

        everyMember(storm, member -> member.withFullName("Renamed " + member.userId()));
        storm.sync();
        storm.assertInStep();

        everyMember(storm, member -> member.withEmail(member.userId() + "@example.org"));
        storm.sync();
        storm.assertInStep();
        storm.assertAtRest();
    }

    private static void everyMember(CrashingWorld storm, UnaryOperator<FakeMember> edit) {
        storm.world
                .memberships
                .members()
                .all()
                .forEach(member -> storm.world.memberships.members().edit(member.userId(), edit));
    }
}
