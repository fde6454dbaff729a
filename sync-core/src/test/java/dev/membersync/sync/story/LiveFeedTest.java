package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.store.Scope;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Members of a service that can say what changed. */
class LiveFeedTest {
    private final World world = World.highLevel();
    private final LiveWorld at = new LiveWorld(world);

    @AfterEach
    void close() {
        at.close();
    }

    private void running(int members) {
        world.members(members);
        at.open().settle();
        at.pass(Duration.ofMinutes(10));
        world.forgetCalls();
    }

    private String position() {
        return world.store
                .inTransaction(
                        new Scope("test", World.EVENT, "", "members-to-attendees"),
                        tx -> tx.cursors().find("member changes"))
                .value();
    }

    @Test
    void aLostWebhookIsRepairedByTheNextPoll() { // F-18
        running(5);
        world.memberships.members().rename("m2", "Ada Newname");

        at.pass(Duration.ofSeconds(65));

        assertThat(world.attendeesOf("m2").get(0).lastName()).isEqualTo("Newname");
        assertThat(world.accelevents.requests().count("attendees.list")).isZero();
    }

    @Test
    void manyChangesOfOneInstantAreAllFoundAndWrittenOnce() { // F-27
        running(150);
        for (int i = 1; i <= 150; i++) {
            world.memberships.members().rename("m" + i, "Ada Newname" + i);
        }

        at.pass(Duration.ofMinutes(10));

        assertThat(at.writes()).isEqualTo(150);
        assertThat(world.attendeesOf("m150").get(0).lastName()).isEqualTo("Newname150");
    }

    @Test
    void ourOwnRegistrationsAndQuietPeopleCostNoWrite() { // F-09, G4
        running(20);

        at.pass(Duration.ofMinutes(30));

        assertThat(at.writes()).isZero();
        assertThat(world.memberships.requests().count("contacts.get")).isZero();
    }

    @Test
    void whoIsNoMemberIsLeftAlone() {
        running(3);
        world.memberships.contacts().add("Lea", "Dee", "lea@example.com", "newsletter");

        at.pass(Duration.ofMinutes(5));

        assertThat(world.memberships.requests().count("contacts.get")).isZero();
        assertThat(at.waiting()).isZero();
    }

    @Test
    void thePositionIsTheServicesOwnTimeAndNeverLaterThanTheReading() { // F-38
        running(3);
        world.memberships.members().rename("m2", "Ada Newname");
        Instant changed = world.time.instant();

        at.pass(Duration.ofMinutes(5));

        assertThat(Instant.parse(position())).isEqualTo(changed);
    }

    @Test
    void aChangeThatTheSearchHidesForLongIsFoundByTheFullList() { // F-28
        running(5);
        world.memberships.highLevelSwitches().searchLag(Duration.ofMinutes(30));
        world.memberships.members().rename("m2", "Ada Newname");
        at.pass(Duration.ofMinutes(5));
        assertThat(at.writes()).isZero();

        at.pass(Duration.ofHours(2));

        assertThat(world.attendeesOf("m2").get(0).lastName()).isEqualTo("Newname");
    }
}
