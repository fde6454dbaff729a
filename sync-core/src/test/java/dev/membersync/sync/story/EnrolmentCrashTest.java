package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.record.RegistrationState;
import dev.membersync.testkit.FakeTicket;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Members are put into workflows by an engine that is killed at any step. */
class EnrolmentCrashTest {
    private static final List<String> WANTED = List.of("m1 welcome", "m2 welcome", "m1 thanks");

    private static RegistrationsWorld begun() {
        RegistrationsWorld world = RegistrationsWorld.highLevel();
        world.enrol(RegistrationState.REGISTERED, "welcome", RegistrationState.CHECKED_IN, "thanks");
        world.world.sync();
        return world;
    }

    private static void story(RegistrationsWorld world, Runnable sync) {
        FakeTicket one = world.registered("m1", "VIP");
        world.registered("m2", "General Admission");
        sync.run();
        world.world.event.checkIn(one.id());
        sync.run();
        sync.run();
    }

    /** Once, or not at all and a person is asked; and whoever is asked about was enrolled once at most. */
    private static void assertEnd(RegistrationsWorld world, long step) {
        List<String> enrolments = world.enrolments();
        List<String> reviews = world.reviews();
        assertThat(enrolments).as("enrolments after a crash at %s", step).doesNotHaveDuplicates();
        assertThat(WANTED.stream()
                        .filter(wanted -> !enrolments.contains(wanted))
                        .map(lost -> "ENROLMENT:" + lost.substring(0, 2)))
                .as("asked after a crash at %s", step)
                .isSubsetOf(reviews);
        assertThat(world.told("m1")).isEqualTo("checked_in");
        assertThat(world.told("m2")).isEqualTo("registered");
        world.world.forgetCalls();
        world.world.sync();
        assertThat(world.world.writes()).isZero();
        assertThat(world.reviews()).isEqualTo(reviews);
    }

    private static void answered(RegistrationsWorld world, CrashingWorld crashing) {
        world.reviews().forEach(review -> crashing.survive(() -> world.answer(review, "right")));
        crashing.sync();
    }

    @Test
    @DisplayName("F-08 a crash at any step enrols nobody twice, and loses nobody without a question")
    void aCrashAtAnyStepEnrolsNobodyTwiceAndLosesNobodyUnasked() {
        RegistrationsWorld calm = begun();
        CrashingWorld whole = CrashingWorld.inMemory(calm.world);
        story(calm, whole::sync);
        assertThat(calm.enrolments()).containsExactlyInAnyOrderElementsOf(WANTED);
        assertThat(whole.steps()).isGreaterThan(60);
        int asked = 0;
        for (long step = 1; step <= whole.steps(); step++) {
            RegistrationsWorld world = begun();
            CrashingWorld crashing = CrashingWorld.inMemory(world.world);
            crashing.crashAt(step);
            story(world, crashing::sync);
            assertEnd(world, step);
            asked += world.reviews().size();
        }
        assertThat(asked).as("crashes around the call").isEqualTo(2 * WANTED.size());
    }

    @Test
    @DisplayName("F-08 one answer sends one call, wherever the engine that follows it dies")
    void anAnswerSendsOneCallAtMost() {
        for (long step = 1; step <= 40; step++) {
            RegistrationsWorld world = begun();
            CrashingWorld crashing = CrashingWorld.inMemory(world.world);
            world.losing();
            world.registered("m1", "VIP");
            crashing.sync();
            world.working();
            assertThat(world.enrolments()).isEmpty();
            crashing.crashAt(step);
            answered(world, crashing);

            assertThat(Collections.frequency(world.enrolments(), "m1 welcome")
                            + world.reviews().size())
                    .as("after a crash at %s", step)
                    .isBetween(1, 2);
            assertThat(world.enrolments()).as("after a crash at %s", step).doesNotHaveDuplicates();
        }
    }
}
