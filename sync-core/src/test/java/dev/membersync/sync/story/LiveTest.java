package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.SyncException;
import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.intake.LiveEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine runs live: what it does first, and how news becomes work. */
class LiveTest {
    private final World world = World.ordinary();
    private final LiveWorld at = new LiveWorld(world);

    @AfterEach
    void close() {
        at.close();
    }

    private LiveWorld running(int members) {
        world.members(members);
        at.open().settle();
        world.forgetCalls();
        return at;
    }

    @Test
    void nobodyIsRegisteredBeforeTheListsWereReadOnce() {
        world.members(3);
        at.open();
        at.hook("m1");

        at.settle();

        List<String> calls = world.accelevents.requests().entries().stream()
                .map(entry -> entry.operation())
                .toList();
        assertThat(calls.indexOf("attendees.list")).isBetween(0, calls.indexOf("orders.create"));
        assertThat(world.memberships.requests().count("users.list"))
                .as("the check of access and one page")
                .isEqualTo(2);
        assertThat(world.event.attendees()).hasSize(3);
    }

    @Test
    void whatIsMarkedIsReadAgainAndFollows() { // F-22
        running(3);
        world.memberships.members().rename("m2", "Ada Newname");

        at.hook("m2");
        at.settle();

        assertThat(world.attendeesOf("m2").get(0).lastName()).isEqualTo("Newname");
        assertThat(world.memberships.requests().count("users.get")).isEqualTo(1);
        assertThat(at.waiting()).isZero();
    }

    @Test
    void anEchoOfOurOwnWriteCostsOneReadAndNoWrite() { // F-09
        running(3);
        world.memberships.members().rename("m2", "Ada Newname");
        at.hook("m2");
        at.settle();
        world.forgetCalls();

        at.hook("m2");
        at.hint(world.attendeesOf("m2").get(0).barcode());
        at.pass(Duration.ofMinutes(3));

        assertThat(at.writes()).isZero();
        assertThat(world.memberships.requests().count("users.get")).isEqualTo(1);
    }

    @Test
    void fiftyDeliveriesAreOneRowAndOneUpdate() { // F-15
        running(3);
        world.memberships.members().rename("m2", "Ada Newname");

        for (int i = 0; i < 50; i++) {
            at.hook("m2");
        }
        assertThat(at.waiting()).isEqualTo(1);
        at.settle();

        assertThat(at.writes()).isEqualTo(1);
        assertThat(world.memberships.requests().count("users.get")).isEqualTo(1);
    }

    @Test
    void newsInAnyOrderEndsAtTheNewestState() { // F-16
        running(3);
        world.memberships.members().rename("m2", "Ada First");
        world.memberships.members().rename("m2", "Ada Second");

        at.hook("m2");
        at.settle();
        at.hook("m2");
        at.settle();

        assertThat(world.attendeesOf("m2").get(0).lastName()).isEqualTo("Second");
        assertThat(at.writes()).isEqualTo(1);
    }

    @Test
    void newsThatComesDaysLateChangesNothing() { // F-17
        running(3);
        at.pass(Duration.ofHours(50));
        world.forgetCalls();

        at.hook("m1", "m2", "m3");
        at.settle();

        assertThat(at.writes()).isZero();
    }

    @Test
    void aLostWebhookIsRepairedByTheNextFullList() { // F-18
        running(3);
        world.memberships.members().rename("m2", "Ada Newname");

        at.pass(Duration.ofMinutes(61));

        assertThat(world.attendeesOf("m2").get(0).lastName()).isEqualTo("Newname");
        assertThat(at.flow().found()).isEqualTo(1);
        assertThat(at.events).filteredOn(LiveEvent.Scanned.class::isInstance).hasSize(2);
    }

    @Test
    void aNewMemberIsRegisteredWithoutAScan() {
        running(3);
        world.memberships.members().add(World.member("m4", "Person Number4"));

        at.hook("m4");
        at.settle();

        assertThat(world.attendeesOf("m4")).hasSize(1);
        assertThat(world.memberships.requests().count("users.list")).isZero();
        assertThat(world.accelevents.requests().count("attendees.list")).isZero();
    }

    @Test
    void everythingQuietMeansNoWriteInTheNextFullCycle() { // G4
        running(20);

        at.pass(Duration.ofHours(2));

        assertThat(at.writes()).isZero();
        assertThat(world.memberships.requests().count("users.get")).isZero();
    }

    @Test
    void otherCommandsAreRefusedMeanwhile() {
        world.members(1);
        at.open();

        assertThatThrownBy(() -> at.live.start().step()).isInstanceOf(SyncException.class);
        at.live.close();
        assertThat(world.sync(SyncOptions.standard()).isStopped()).isFalse();
    }
}
