package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Injection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Registrations are told to members by an engine that is killed at any step, and over answers that are lost. */
class RegistrationsCrashTest {
    /** New, then checked in, cancelled, and bought again. */
    private static void story(RegistrationsWorld world, Runnable sync) {
        world.workflow = template -> template.plans(Map.of("VIP", "gold"));
        FakeTicket one = world.registered("m1", "VIP");
        FakeTicket two = world.registered("m2", "General Admission");
        sync.run();
        world.world.event.checkIn(one.id());
        world.world.event.cancel(two.id());
        sync.run();
        world.ticket("m2", "VIP");
        sync.run();
        sync.run();
    }

    private static void assertEnd(RegistrationsWorld world) {
        assertThat(world.told("m1")).isEqualTo("checked_in");
        assertThat(world.told("m2")).isEqualTo("registered");
        assertThat(world.world.memberships.members().find("m1").orElseThrow().planId())
                .isEqualTo("gold");
        world.world.forgetCalls();
        world.world.sync();
        assertThat(world.world.writes()).isZero();
    }

    static Stream<Arguments> profiles() {
        return Stream.of(
                Arguments.of(MembershipsProfile.STANDARD, "users.update"),
                Arguments.of(MembershipsProfile.HIGHLEVEL, "contacts.update"));
    }

    private static long steps(MembershipsProfile profile) {
        RegistrationsWorld world = RegistrationsWorld.of(profile);
        CrashingWorld whole = CrashingWorld.inMemory(world.world);
        story(world, whole::sync);
        return whole.steps();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("F-08 F-66 a crash at any step tells every member the state that his registration is in")
    void aCrashAtAnyStepTellsEveryMemberTheStateThatHolds(MembershipsProfile profile) {
        long steps = steps(profile);
        assertThat(steps).isGreaterThan(80);
        long stride = Boolean.getBoolean("heavy") ? 1 : 2;
        // A usual build takes the odd steps of the one profile and the even ones of the other.
        for (long step = profile == MembershipsProfile.STANDARD ? 1 : stride; step <= steps; step += stride) {
            RegistrationsWorld world = RegistrationsWorld.of(profile);
            CrashingWorld crashing = CrashingWorld.inMemory(world.world);
            crashing.crashAt(step);
            story(world, crashing::sync);
            assertEnd(world);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("F-01 an update whose answer is lost is told again and changes nothing")
    void aLostAnswerOfAnUpdateIsToldAgain(MembershipsProfile profile, String update) {
        for (Fault fault : new Fault[] {Fault.DROP_BEFORE, Fault.DROP_AFTER}) {
            for (int lost = 1; lost <= 4; lost++) {
                RegistrationsWorld world = RegistrationsWorld.of(profile);
                int doomed = lost;
                world.world.memberships.faults(
                        (operation, call, request) -> operation.id().equals(update) && call == doomed
                                ? Optional.of(Injection.of(fault))
                                : Optional.empty());
                story(world, world.world::sync);
                world.world.memberships.faults(FaultPlan.none());
                assertEnd(world);
            }
        }
    }
}
