package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.store.Review;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Automations on both sides rewrite what was written, every time and differently. */
class QuarrelTest {
    private final World world = World.twoWay();
    private int round;

    @BeforeEach
    void twoMembersAreRegistered() {
        world.members(2);
        world.sync();
        world.sync();
        world.forgetCalls();
    }

    @Test
    @DisplayName("F-12 a pair that never comes to rest is stopped after three rewritten writes")
    void aQuarrelIsStopped() {
        quarrel(12, Duration.ofSeconds(10));

        assertThat(world.writes()).isLessThanOrEqualTo(4);
        assertThat(reviews()).satisfiesExactly(review -> {
            assertThat(review.kind()).isEqualTo("FENCED");
            assertThat(review.subject()).isEqualTo("m1");
            assertThat(review.fields()).containsExactly("name");
        });
    }

    @Test
    void aStoppedPairIsNotWrittenAndTheOthersAre() {
        quarrel(12, Duration.ofSeconds(10));
        world.forgetCalls();
        world.memberships.members().changeEmail("m1", "other@example.org");
        world.memberships.members().rename("m2", "Ann Lee");

        world.sync();

        assertThat(world.writes()).isEqualTo(1);
        assertThat(world.ticketOf("m2").firstName()).isEqualTo("Ann");
    }

    @Test
    void aReleasedPairGoesOn() {
        quarrel(12, Duration.ofSeconds(10));
        world.forgetCalls();
        try (SyncEngine engine = world.build(World.EVENT)) {
            assertThat(engine.release("m1")).isTrue();
            assertThat(engine.release("m2")).isFalse();
        }
        world.memberships.members().rename("m1", "Ann Lee");
        world.editTicket("m1", "First Name", "Ann");
        world.editTicket("m1", "Last Name", "Lee");
        world.memberships.members().changeEmail("m1", "other@example.org");

        world.sync();

        assertThat(reviews()).isEmpty();
        assertThat(world.ticketOf("m1").email()).isEqualTo("other@example.org");
    }

    @Test
    void editsThatAreFarApartAreNoQuarrel() {
        quarrel(12, Duration.ofMinutes(11));

        assertThat(reviews()).isEmpty();
    }

    /** Who is written to answers with a name of its own. */
    private void quarrel(int rounds, Duration pause) {
        world.editTicket("m1", "First Name", "Begin");
        for (int i = 0; i < rounds; i++) {
            int left = world.memberships.writes().count();
            int right = world.accelevents.writes().count();
            world.sync();
            world.time.advance(pause);
            if (world.memberships.writes().count() > left) {
                world.memberships.members().rename("m1", "Left" + ++round + " Number1");
            }
            if (world.accelevents.writes().count() > right) {
                world.sync(); // the first showing after our write would be taken for its spelling
                world.editTicket("m1", "First Name", "Right" + ++round);
            }
        }
    }

    private java.util.List<Review> reviews() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.reviews(10);
        }
    }
}
