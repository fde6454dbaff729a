package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.workflow.LapsedGuard;
import dev.membersync.testkit.FakeTicket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is asked about the registration of a member who has lapsed, and nothing is written. */
class LapsedGuardTest {
    private World world = guarded(World.ordinary());
    private FakeTicket ticket;

    @BeforeEach
    void aMemberHoldsATicketThatHeBought() {
        ticket = registered();
    }

    private static World guarded(World world) {
        world.flow = desk -> LapsedGuard.of(desk).build();
        return world;
    }

    private FakeTicket registered() {
        world.memberships.members().add(World.member("m1", "Ann Lee"));
        return world.event.addAttendee(type(), "Ann", "Lee", "m1@example.com");
    }

    @Test
    void nobodyIsRegisteredAndNobodyIsAskedWhileMembersAreActive() {
        world.memberships.members().add(World.member("m2", "Without Ticket"));

        SyncReport report = world.sync();

        assertThat(report.counts().linked()).isEqualTo(1);
        assertThat(report.isClean()).isTrue();
        assertThat(world.event.tickets()).hasSize(1);
        assertAtRest();
    }

    @Test
    void aMemberWhoLapsesIsOneQuestionAndTheTicketStays() {
        world.sync();
        world.memberships.members().changeStatus("m1", "inactive");

        assertThat(world.sync().counts().review()).isEqualTo(1);

        assertThat(questions()).singleElement().satisfies(review -> {
            assertThat(review.kind()).isEqualTo("LAPSED");
            assertThat(review.subject()).isEqualTo("m1");
        });
        assertAtRest();
        assertThat(questions()).hasSize(1);
        assertThat(world.event.attendees()).singleElement().matches(FakeTicket::live);
    }

    @Test
    void aMemberWhoHadLapsedBeforeIsAskedAboutInTheFirstRun() {
        world.memberships.members().changeStatus("m1", "inactive");

        world.sync();

        assertThat(questions()).singleElement().extracting(Review::kind).isEqualTo("LAPSED");
        assertAtRest();
    }

    @Test
    void aMemberWhoRecoversSettlesTheQuestion() {
        world.memberships.members().changeStatus("m1", "inactive");
        world.sync();
        world.memberships.members().changeStatus("m1", "active");

        assertThat(world.sync().isClean()).isTrue();

        assertThat(questions()).isEmpty();
        assertAtRest();
    }

    @Test
    void aRegistrationThatEndedIsNothingToAskAbout() {
        world.sync();
        world.event.cancel(ticket.id());
        world.memberships.members().changeStatus("m1", "inactive");

        world.sync();

        assertThat(questions()).isEmpty();
        assertAtRest();
    }

    @Test
    void namesAndAddressesAreLeftToThoseWhoWriteThem() {
        world.sync();
        world.memberships.members().rename("m1", "Ann Other");

        assertAtRest();
        assertThat(world.verify(false).isClean()).isTrue();
    }

    @Test
    void whoIsToldThatTheRegistrationGoesRemovesIt() {
        world.sync();
        world.memberships.members().changeStatus("m1", "inactive");
        world.sync();

        try (SyncEngine engine = world.build(World.EVENT)) {
            engine.queues().decide(questions().get(0).id(), Answer.parse("left"));
        }
        world.sync();

        assertThat(world.event.attendees()).isEmpty();
        assertThat(questions()).isEmpty();
        assertAtRest();
    }

    @Test
    void theStatusIsWrittenWhereTheFormHasAFieldForIt() {
        world.flow =
                desk -> LapsedGuard.of(desk).statusLabel("Membership Status").build();
        world.sync();
        world.memberships.members().changeStatus("m1", "inactive");
        world.sync();

        assertThat(world.event.ticket(ticket.id()).orElseThrow().answer("Membership Status"))
                .isEqualTo("inactive");
        assertThat(questions()).hasSize(1);
        assertAtRest();
    }

    @Test
    void aContactThatIsNoMemberAnyMoreHasLapsed() {
        world = guarded(World.highLevel());
        registered();
        world.sync();
        world.memberships.contacts().untag("m1", "member");

        world.sync();

        assertThat(questions()).singleElement().extracting(Review::kind).isEqualTo("LAPSED");
        assertAtRest();
    }

    private long type() {
        return world.event.ticketType("General Admission").orElseThrow().id();
    }

    private List<Review> questions() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.reviews(10);
        }
    }

    private void assertAtRest() {
        world.forgetCalls();
        world.sync();
        assertThat(world.writes()).isZero();
    }
}
