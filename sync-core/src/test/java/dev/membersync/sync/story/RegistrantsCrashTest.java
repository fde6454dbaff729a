package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.AuthException;
import dev.membersync.sync.Checkpoints;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeRecord;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Injection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts are made of registrants by an engine that is killed at any step, over answers that are lost. */
class RegistrantsCrashTest {
    private static RegistrantsWorld world() {
        return RegistrantsWorld.making().lagging();
    }

    /** Two tickets with one address, one with another; then one more of each, and a cancellation. */
    private static void story(RegistrantsWorld world, Runnable sync) {
        world.ticket("Ann", "Lee", "ann@example.com");
        world.ticket("Ann", "Lee", "Ann@example.com");
        long bo = world.ticket("Bo", "Ek", "bo@example.com").id();
        sync.run();
        world.ticket("Bo", "Ek", "bo@example.com");
        world.ticket("Cy", "Dee", "cy@example.com");
        world.world.event.cancel(bo);
        sync.run();
    }

    private static void assertEnd(RegistrantsWorld world) {
        world.world.sync();
        for (String email : List.of("ann@example.com", "bo@example.com", "cy@example.com")) {
            List<FakeRecord> contacts = world.contacts(email);
            assertThat(contacts).as("contacts of one registrant").hasSize(1);
            assertThat(world.told.told(contacts.get(0).id())).isEqualTo("registered");
        }
        assertThat(world.world.memberships.contacts().all()).hasSize(3);
        assertThat(world.questions()).isEmpty();
        world.assertAtRest();
    }

    @Test
    @DisplayName("F-08 a crash at any step makes one contact of each registrant")
    void aCrashAtAnyStepMakesOneContactOfEachRegistrant() {
        RegistrantsWorld whole = world();
        CrashingWorld counting = CrashingWorld.inMemory(whole.world);
        story(whole, counting::sync);
        long steps = counting.steps();
        assertThat(steps).isGreaterThan(80);
        for (long step = 1; step <= steps; step++) {
            RegistrantsWorld world = world();
            CrashingWorld crashing = CrashingWorld.inMemory(world.world);
            crashing.crashAt(step);
            story(world, crashing::sync);
            assertEnd(world);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "DROP_BEFORE",
                "DROP_AFTER",
                "LATE_APPLY",
                "STATUS_AFTER_EFFECT",
                "STATUS_BEFORE",
                "UNPROCESSABLE_AFTER_EFFECT",
                "TRUNCATED_BODY",
                "TOO_MANY_BARE"
            })
    @DisplayName(
            "F-01 F-03 F-04 F-05 F-06 a create whose answer is lost or misleading makes one contact of each registrant")
    void anAnswerThatProvesNothingMakesOneContact(Fault fault) {
        for (int doomed = 1; doomed <= 3; doomed++) {
            RegistrantsWorld world = world();
            lose(world, fault, doomed);
            story(world, world.world::sync);
            world.world.memberships.faults(FaultPlan.none());
            assertEnd(world);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_AFTER", "LATE_APPLY", "DROP_BEFORE"})
    @DisplayName("F-03 a lost answer, a crash and a search that lags make one contact of each registrant")
    void aLostAnswerAndACrashTogetherMakeOneContact(Fault fault) {
        RegistrantsWorld whole = world();
        lose(whole, fault, 1);
        CrashingWorld counting = CrashingWorld.inMemory(whole.world);
        story(whole, counting::sync);
        long stride = Boolean.getBoolean("heavy") ? 1 : 7;
        for (long step = 1; step <= counting.steps(); step += stride) {
            RegistrantsWorld world = world();
            lose(world, fault, 1);
            CrashingWorld crashing = CrashingWorld.inMemory(world.world);
            crashing.crashAt(step);
            story(world, crashing::sync);
            assertEnd(world);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("F-07 a contact that the account says it has is found or asked about, never made twice")
    void whoIsThereAlreadyIsNotMade(boolean member) {
        RegistrantsWorld world = RegistrantsWorld.making();
        world.ticket("Bo", "Ek", "bo@example.com");
        // It comes between the look and the create, which the account then refuses as a duplicate.
        world.world.wire = wire -> (request, deadline) -> {
            if (request.method().equals("POST")
                    && request.uri().getPath().equals("/contacts/")
                    && world.contacts("bo@example.com").isEmpty()) {
                world.world.memberships.contacts().add("Bo", "Ek", "bo@example.com", member ? "member" : "lead");
            }
            return wire.send(request, deadline);
        };

        world.world.sync();
        world.world.sync();

        assertThat(world.contacts("bo@example.com")).hasSize(1);
        assertThat(world.questions()).hasSize(member ? 0 : 1);
        if (member) {
            world.assertAtRest();
        }
    }

    @Test
    void whoCannotBeMadeIsAskedAboutAndTheOthersAreMade() {
        RegistrantsWorld world = world();
        world.world.memberships.faults(
                (operation, call, request) -> operation.id().equals("contacts.create") && call <= 3
                        ? Optional.of(Injection.of(Fault.DROP_BEFORE))
                        : Optional.empty());
        world.ticket("Bo", "Ek", "bo@example.com");

        world.world.sync();

        assertThat(world.world.memberships.contacts().all()).isEmpty();
        assertThat(world.questions()).hasSize(1);
        world.ticket("Cy", "Dee", "cy@example.com");
        world.world.sync();
        assertThat(world.contacts("bo@example.com")).isEmpty();
        assertThat(world.contacts("cy@example.com")).hasSize(1);
    }

    @Test
    void anotherHolderMeanwhileIsMadeAndTheFirstOneNotMadeAgain() {
        RegistrantsWorld world = world();
        lose(world, Fault.DROP_AFTER, 1);
        long ticket = world.ticket("Bo", "Ek", "bo@example.com").id();
        CrashingWorld crashing = CrashingWorld.inMemory(world.world);
        crashing.meanwhile = () -> world.changeHolder(ticket, "Cy", "Dee", "cy@example.com");
        crashing.crashAt(stepOf("answered"));

        crashing.sync();

        assertThat(world.contacts("bo@example.com")).hasSize(1);
        assertThat(world.contacts("cy@example.com")).hasSize(1);
        assertThat(world.openCreates()).isZero();
    }

    @Test
    void aRefusedKeyEndsTheRunAndLeavesNoCreateOpen() {
        RegistrantsWorld world = world();
        world.world.memberships.faults(
                (operation, call, request) -> operation.id().equals("contacts.create")
                        ? Optional.of(Injection.of(Fault.STATUS_BEFORE).answering(401))
                        : Optional.empty());
        world.ticket("Bo", "Ek", "bo@example.com");

        assertThatThrownBy(world.world::sync).isInstanceOf(AuthException.class);

        assertThat(world.openCreates()).isZero();
        assertThat(world.questions()).isEmpty();
        world.world.memberships.faults(FaultPlan.none());
        world.world.sync();
        assertThat(world.contacts("bo@example.com")).hasSize(1);
    }

    @Test
    void aRegistrantOfTwoEventsIsOneContact() {
        RegistrantsWorld world = world();
        world.ticket("Bo", "Ek", "bo@example.com");
        FakeEvent other = world.world.accelevents.event("autumn-gala");
        world.world.furnish(other);
        other.addAttendee(other.ticketType("VIP").orElseThrow().id(), "Bo", "Ek", "bo@example.com");

        world.world.sync();
        world.world.syncAt("autumn-gala");

        assertThat(world.contacts("bo@example.com")).hasSize(1);
        world.world.time.advance(Duration.ofMinutes(1));
        world.world.sync();
        world.world.syncAt("autumn-gala");
        assertThat(world.contacts("bo@example.com")).hasSize(1);
    }

    private static long stepOf(String name) {
        RegistrantsWorld world = world();
        lose(world, Fault.DROP_AFTER, 1);
        world.ticket("Bo", "Ek", "bo@example.com");
        long[] steps = {0, 0};
        world.world.engine = builder -> Checkpoints.told(builder, step -> {
            steps[0]++;
            steps[1] = steps[1] == 0 && step.equals(name) ? steps[0] : steps[1];
        });
        world.world.sync();
        return steps[1];
    }

    private static void lose(RegistrantsWorld world, Fault fault, int doomed) {
        world.world.memberships.faults(
                (operation, call, request) -> operation.id().equals("contacts.create") && call == doomed
                        ? Optional.of(Injection.of(fault))
                        : Optional.empty());
    }
}
