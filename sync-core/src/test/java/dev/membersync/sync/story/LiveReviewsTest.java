package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.sync.store.MemberRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People look at a question and answer it while the engine runs live. */
class LiveReviewsTest {
    private static final String ID = "CONFLICT:m1";

    private final World world = Quandary.CONFLICT.raise();
    private final LiveWorld at = new LiveWorld(world);
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void run() {
        world.wire = transport -> (request, deadline) -> {
            meanwhile.run();
            return transport.send(request, deadline);
        };
        at.open().settle();
        at.pass(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void newsIsKeptWhileBothSidesAreRead() {
        meanwhile = () -> at.hook("m1");

        LiveReview shown = at.queues().liveReview(ID);

        assertThat(shown.fields())
                .singleElement()
                .satisfies(field -> assertThat(field.left().text()).hasValue("Left Name"));
        assertThat(at.waiting()).isEqualTo(1);
        assertThat(at.live.status().halted()).isEmpty();
    }

    @Test
    void whatALookSawIsNotRemembered() {
        Map<String, MemberRow> before = remembered();
        world.memberships.members().rename("m1", "Later Name");

        LiveReview shown = at.queues().liveReview(ID);

        assertThat(shown.fields().get(0).left().text()).hasValue("Later Name");
        assertThat(remembered()).isEqualTo(before);
    }

    private Map<String, MemberRow> remembered() {
        return world.store.inTransaction(CrashingWorld.SCOPE, tx -> tx.members().find(List.of("m1")));
    }

    @Test
    void anAnswerIsActedUponAtOnce() {
        LiveReview shown = at.queues().liveReview(ID);
        world.forgetCalls();

        at.queues().decide(shown.id(), Answer.parse("left"), shown.seen());
        at.settle();

        assertThat(world.ticketOf("m1").firstName()).isEqualTo("Left");
        assertThat(at.queues().reviews(9)).isEmpty();
    }
}
