package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.testkit.FakeTicket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tickets whose holders are no members, each of which a person is asked about. */
class RegistrantsAskedTest {
    private final RegistrantsWorld world = RegistrantsWorld.asking();

    @Test
    void eachTicketIsAskedAboutOnceWithWhatItShowsNow() {
        FakeTicket one = world.ticket("Bo", "Ek", "bo@example.com");
        world.ticket("Cy", "Dee", "cy@example.com");
        world.told.registered("m1", "VIP");

        assertThat(world.world.plan().counts().review()).isEqualTo(2);
        assertThat(world.questions()).isEmpty();
        world.world.sync();
        world.world.sync();

        assertThat(world.questions()).hasSize(2).contains(id(one));
        assertThat(world.told.told("m1")).isEqualTo("registered");
        LiveReview shown = review(one);
        assertThat(shown.fields())
                .extracting(LiveReview.Field::right)
                .containsExactly(Value.of("Bo Ek"), Value.of("bo@example.com"));
        assertThat(shown.review().reason()).doesNotContain("bo@", "Bo");
        assertThat(world.world.accelevents.writes().count()).isZero();
    }

    @Test
    void aMemberWithTheAddressSettlesTheQuestion() {
        world.told.ticket("m1", "VIP");
        world.world.sync();
        assertThat(world.questions()).hasSize(1);
        world.world.memberships.members().add(World.member("m1", "Ann Lee"));

        world.world.sync();

        assertThat(world.questions()).isEmpty();
        assertThat(world.told.told("m1")).isEqualTo("registered");
    }

    @Test
    void aTicketThatEndsSettlesTheQuestion() {
        FakeTicket canceled = world.ticket("Bo", "Ek", "bo@example.com");
        FakeTicket deleted = world.ticket("Cy", "Dee", "cy@example.com");
        world.world.sync();
        world.world.event.cancel(canceled.id());
        world.world.event.delete(deleted.id());

        world.world.sync();

        assertThat(world.questions()).isEmpty();
    }

    @Test
    void anIgnoredTicketIsAskedAboutAgainWhenItHasAnotherHolder() {
        FakeTicket ticket = world.ticket("Bo", "Ek", "bo@example.com");
        world.world.sync();
        world.told.answer(id(ticket), "ignore");

        world.world.sync();
        world.world.event.checkIn(ticket.id());
        world.world.sync();
        assertThat(world.questions()).isEmpty();
        world.changeHolder(ticket.id(), "Cy", "Dee", "cy@example.com");
        world.world.sync();

        assertThat(world.questions()).containsExactly(id(ticket));
    }

    @Test
    void aTicketIsGivenToAMember() {
        world.world.memberships.members().add(World.member("m1", "Ann Lee"));
        FakeTicket ticket = world.ticket("Anna", "Lee-Smith", "private@example.com");
        world.world.sync();

        world.told.answer(id(ticket), "value=m1");
        assertThat(world.questions()).isEmpty();
        world.world.sync();

        assertThat(world.told.told("m1")).isEqualTo("registered");
        world.world.event.cancel(ticket.id());
        world.world.sync();
        assertThat(world.told.told("m1")).isEqualTo("canceled");
        world.assertAtRest();
        assertThat(world.questions()).isEmpty();
    }

    @Test
    void nobodyIsGivenATicketWhoIsNotThereOrHasOne() {
        world.told.registered("m1", "VIP");
        FakeTicket ticket = world.ticket("Bo", "Ek", "bo@example.com");
        world.world.sync();

        assertThatThrownBy(() -> world.told.answer(id(ticket), "value=nobody"))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining("no member has this id")
                .hasMessageContaining("value=MEMBER, ignore");
        assertThatThrownBy(() -> world.told.answer(id(ticket), "value=m1"))
                .hasMessageContaining("has a ticket already");
        assertThat(world.questions()).containsExactly(id(ticket));
    }

    @Test
    void anAnswerAboutAnotherHolderIsRefused() {
        FakeTicket ticket = world.ticket("Bo", "Ek", "bo@example.com");
        world.world.sync();
        String seen = review(ticket).seen();
        world.changeHolder(ticket.id(), "Cy", "Dee", "cy@example.com");

        try (SyncEngine engine = world.world.build(World.EVENT)) {
            assertThatThrownBy(() -> engine.queues().decide(id(ticket), Answer.parse("ignore"), seen))
                    .hasMessageContaining("not the one who was shown");
        }
    }

    @Test
    void membersWhoShareAnAddressAndHaveTicketsAreNotGuessed() {
        world.world.memberships.members().add(World.member("m1", "Ann Lee"));
        world.world.sync();
        world.told.ticket("m1", "VIP");
        world.world.sync();
        world.world.memberships.members().add(World.member("m2", "Bo Ek"));
        FakeTicket own = world.told.ticket("m2", "VIP");
        world.world.sync();
        world.world.memberships.members().changeEmail("m2", "m1@example.com");
        FakeTicket third = world.told.ticket("m1", "VIP");

        world.world.sync();

        assertThat(own).isNotNull();
        assertThat(world.questions()).contains(id(third));
        assertThat(review(third).review().reason()).contains("several members");
    }

    @Test
    void whatIsIgnoredByTheFileIsAskedNoMore() {
        world.ticket("Bo", "Ek", "bo@example.com");
        world.world.sync();
        world.told.workflow = template -> template.unknownRegistrants(UnknownRegistrants.IGNORE);

        world.world.sync();

        assertThat(world.questions()).isEmpty();
    }

    private LiveReview review(FakeTicket ticket) {
        try (SyncEngine engine = world.world.build(World.EVENT)) {
            List<LiveReview> all = engine.queues().liveReviews(100);
            return all.stream()
                    .filter(review -> review.review().id().equals(id(ticket)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String id(FakeTicket ticket) {
        return "NO_MEMBER:ticket:" + ticket.id();
    }
}
