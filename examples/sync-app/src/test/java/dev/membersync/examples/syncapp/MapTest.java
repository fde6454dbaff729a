package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.SampleData;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list {@code map} of a file, from the command line to the registration form and back. */
class MapTest {
    private static final String TYPES = "'*': General Admission}\n";

    @TempDir
    private Path folder;

    private World world;

    @AfterEach
    void close() {
        world.close();
    }

    private void open(World other, String map) {
        world = other.with(TYPES, TYPES + "    map: [" + map + "]\n");
        event().putField(FakeField.question("Tier"));
    }

    /** With a key that may write contacts too. */
    private Terminal writing(String command) {
        return world.run(Map.of("LEFT_KEY", FakeMemberships.DEFAULT_KEY, "RIGHT_KEY", World.RIGHT_CANARY), command);
    }

    private FakeEvent event() {
        return world.fakes().accelevents().event(SampleData.EVENT);
    }

    private FakeTicket ticketOf(String userId) {
        return event().attendees().stream()
                .filter(ticket -> ticket.answer("Member ID").equals(userId))
                .findFirst()
                .orElseThrow();
    }

    private static FakeMember member(String userId, String plan) {
        return FakeMember.of(userId, userId + "@example.com", "Ann Number" + userId)
                .withStatus("active")
                .withPlan(plan);
    }

    @Test
    void aTableReachesTheFormAndAPlanWithoutARowIsAQuestion() {
        open(new World(folder, 0), "{from: member.planId, to: answer(Tier), table: {gold: First class}}");
        world.fakes().memberships().members().add(member("x1", "gold"));
        world.fakes().memberships().members().add(member("x2", "tin"));

        Terminal sync = world.run("sync", "--json");

        assertThat(sync.status()).as(sync.err()).isEqualTo(1);
        assertThat(ticketOf("x1").answer("Tier")).isEqualTo("First class");
        assertThat(ticketOf("x2").answer("Tier")).isEmpty();
        assertThat(world.run("review").err()).contains("the table of answer:Tier has no row for \"tin\"");
    }

    @Test
    void anAnswerReachesTheContact() {
        open(World.highLevel(folder, 0), "{from: answer(Tier), to: member.field(tier)}");
        world.fakes().memberships().contacts().fieldId("tier");
        world.fakes().memberships().members().add(member("x1", "gold"));
        Terminal first = writing("sync");
        assertThat(first.status()).as(first.err()).isZero();
        event().answer(ticketOf("x1").id(), "Tier", "First class");
        world.fakes().memberships().members().rename("x1", "Ann Other");

        Terminal second = writing("sync");

        assertThat(second.status()).as(second.err()).isZero();
        assertThat(world.fakes().memberships().contacts().field("x1", "tier")).contains("First class");
    }

    @Test
    void doctorSaysWhichAnswerTheFormDoesNotAsk() {
        open(new World(folder, 1), "{from: member.planId, to: answer(Teir)}");

        Terminal doctor = world.run("doctor", "--quick");

        assertThat(doctor.status()).isZero();
        assertThat(doctor.err())
                .contains(
                        "the form has no field \"Teir\", so answer:Teir is not written",
                        "in map: the nearest is \"Tier\"");
    }

    @Test
    void doctorSaysThatUsersCannotHoldAField() {
        open(new World(folder, 1), "{from: answer(Tier), to: member.field(tier)}");

        Terminal doctor = world.run("doctor", "--quick");

        assertThat(doctor.status()).isEqualTo(2);
        assertThat(doctor.err()).contains("workflows[0].map", "cannot take tier from outside");
    }
}
