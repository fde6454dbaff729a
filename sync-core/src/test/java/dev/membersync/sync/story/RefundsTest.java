package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.VerifyReport;
import dev.membersync.sync.policy.AccessPolicy;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.store.Review;
import dev.membersync.testkit.FakeTicket;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access and money of a ticket are two axes: where they do not go together people are told or asked, nothing is written. */
class RefundsTest {
    private static final BigDecimal PRICE = new BigDecimal("150.00");

    private final World world = World.ordinary();
    private FakeTicket ticket;

    @BeforeEach
    void somebodyHasPaid() {
        world.access = Optional.of(new AccessPolicy(true, true));
        ticket = paid("a@example.com");
        paid("b@example.com");
    }

    private FakeTicket paid(String email) {
        long type = world.event.ticketType("Backstage").orElseThrow().id();
        return world.event.addAttendee(type, "Ann", "Lee", email); // at its price
    }

    @Test
    void whereBothGoTogetherNobodyIsAsked() {
        world.sync();

        assertThat(questions()).isEmpty();
        assertThat(world.verify(false).access()).isEmpty();
    }

    @Test
    void aRefundThatStillAdmitsIsOneQuestionUntilTheTicketIsCancelled() {
        world.event.refund(ticket.id(), PRICE);

        world.sync();
        world.sync();

        assertThat(questions()).singleElement().satisfies(review -> {
            assertThat(review.kind()).isEqualTo("REFUNDED_ADMITS");
            assertThat(review.subject()).isEqualTo(Long.toString(ticket.id()));
            assertThat(review.reason()).contains("still admits").doesNotContain("Lee");
        });
        world.event.cancel(ticket.id());
        world.sync();
        assertThat(questions()).isEmpty();
        assertThat(world.writes()).isZero();
    }

    @Test
    void aCancellationThatKeepsMoneyIsOneQuestionUntilItIsRefunded() {
        world.event.cancel(ticket.id());

        world.sync();

        assertThat(questions()).singleElement().extracting(Review::kind).isEqualTo("CANCELED_KEPT");
        world.event.refund(ticket.id(), PRICE);
        world.sync();
        assertThat(questions()).isEmpty();
        assertThat(world.writes()).isZero();
    }

    @Test
    void aRefundInPartIsNoRefund() {
        world.event.refund(ticket.id(), BigDecimal.ONE);

        world.sync();

        assertThat(questions()).isEmpty();
    }

    @Test
    void whatIsToBeLeftSoIsNotAskedAgain() {
        world.event.cancel(ticket.id());
        world.sync();

        try (SyncEngine engine = world.build(World.EVENT)) {
            engine.queues().decide(questions().get(0).id(), Answer.parse("ignore"));
        }
        world.sync();

        assertThat(questions()).isEmpty();
    }

    @Test
    void byDefaultARefundKeepsItsAccessAndACancellationIsReported() {
        world.access = Optional.of(AccessPolicy.standard());
        world.event.refund(ticket.id(), PRICE);
        world.event.cancel(paid("c@example.com").id());

        world.sync();
        VerifyReport report = world.verify(false);

        assertThat(questions()).isEmpty();
        assertThat(report.access()).singleElement().asString().contains("its money is kept");
        assertThat(report.figures()).containsEntry("CANCELED_KEPT", 1L);
        assertThat(report.findings()).isZero();
    }

    @Test
    void aPlanAsksNobody() {
        world.event.cancel(ticket.id());

        assertThat(world.plan().payments())
                .singleElement()
                .satisfies(plan -> assertThat(plan.asked()).isEqualTo(1));

        assertThat(questions()).isEmpty();
    }

    private List<Review> questions() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.reviews(10);
        }
    }
}
