package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.payment.Fact;
import dev.membersync.sync.payment.FactKind;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.testkit.FakeTicket;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has a tombstone is left alone by every way that leads into the engine. */
class TombstonesTest {
    private static final Scope SCOPE = new Scope("test", World.EVENT, "", "members-to-attendees");
    private static final Scope ANY = new Scope("", "", "", "");

    private enum Profile {
        STANDARD,
        HIGHLEVEL;

        World world() {
            return this == STANDARD ? World.ordinary() : World.highLevel();
        }
    }

    private static <T> T in(World world, Function<Tx, T> work) {
        return world.store.inTransaction(SCOPE, work);
    }

    private static void look(World world, Consumer<Tx> looking) {
        in(world, tx -> {
            looking.accept(tx);
            return true;
        });
    }

    private static List<Long> stones(World world, String userId) {
        PersonKeys keys = new PersonKeys(World.KEY.marker());
        List<Long> stones = new ArrayList<>(
                List.of(keys.user(userId), keys.email(userId + "@example.com").orElseThrow()));
        world.attendeesOf(userId)
                .forEach(ticket -> stones.addAll(
                        keys.ticket(new TicketRef(String.valueOf(ticket.id()), ticket.barcode(), null, null))));
        return stones;
    }

    private static void freeze(World world, String userId) {
        in(world, tx -> {
            tx.tombstones().set(stones(world, userId), world.time.instant());
            return true;
        });
    }

    private static void erase(World world, String userId) {
        freeze(world, userId);
        world.store.inTransaction(ANY, tx -> tx.tombstones().forget(userId, List.of(), "erased-1"));
    }

    /** What the store knows of the person: nothing. */
    private static void assertForgotten(World world, String userId) {
        in(world, tx -> {
            assertThat(tx.links().find(List.of(userId))).isEmpty();
            assertThat(tx.members().find(List.of(userId))).isEmpty();
            assertThat(tx.work().find(userId)).isEmpty();
            assertThat(tx.tickets().tagged(userId)).isEmpty();
            assertThat(tx.intents().find(userId)).isEmpty();
            assertThat(tx.reviews().isOpenAbout(userId)).isFalse();
            assertThat(tx.audit().newest(100)).noneMatch(row -> row.userId().equals(userId));
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("F-54 hooks, polls, lists and replays do not bring a person back who was erased")
    void nothingBringsAnErasedPersonBack(Profile profile) {
        World world = profile.world();
        world.members(3);
        world.sync();
        world.sync();
        long ticket = world.ticketOf("m2").id();
        erase(world, "m2");
        world.forgetCalls();

        world.memberships.members().rename("m2", "Left Again");
        world.event.answer(ticket, "First Name", "Right");
        world.sync();
        world.sync();
        try (LiveWorld live = new LiveWorld(world)) {
            live.open().settle();
            live.hook("m2");
            live.hint(String.valueOf(ticket));
            live.pass(Duration.ofHours(3));
            live.reopen().settle();
        }
        in(world, tx -> {
            tx.work().mark(List.of("m2"), Lane.LIVE, world.time.instant()); // left from before its tombstone
            return true;
        });
        world.sync();

        assertThat(world.writes()).isZero();
        assertForgotten(world, "m2");
        assertThat(world.event.attendees()).hasSize(3);
        assertThat(world.plan().counts().planned()).isZero();
        assertThat(world.verify(false).rows()).noneMatch(row -> row.userId().equals("m2"));
        look(world, tx -> assertThat(tx.links().find(List.of("m1", "m3"))).hasSize(2));
    }

    @ParameterizedTest
    @EnumSource
    void aFrozenPersonIsLeftAloneAndGoesOnWhenTheTombstonesGo(Profile profile) {
        World world = profile.world();
        world.members(2);
        world.sync();
        freeze(world, "m2");
        world.forgetCalls();
        world.memberships.members().rename("m2", "Ada Newname");

        world.sync();

        assertThat(world.writes()).isZero();
        look(world, tx -> assertThat(tx.links().find(List.of("m2"))).isNotEmpty());
        List<Long> stones = stones(world, "m2");
        in(world, tx -> {
            tx.tombstones().lift(stones);
            return true;
        });
        world.sync();
        assertThat(world.ticketOf("m2").lastName()).isEqualTo("Newname");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("F-50 F-54 the address of an erased person under a new id is a question, not a create")
    void theAddressUnderANewIdIsAQuestion(Profile profile) {
        World world = profile.world();
        world.members(1);
        world.sync();
        erase(world, "m1");
        world.memberships.members().delete("m1");
        world.forgetCalls();

        world.memberships.members().add(World.member("m9", "Person Number1").withEmail(" M1@Example.com"));
        world.sync();

        assertThat(world.writes()).isZero();
        look(
                world,
                tx -> assertThat(tx.reviews().open(9))
                        .extracting(Review::kind, Review::subject)
                        .containsExactly(tuple("ERASED", "m9")));
        assertThat(world.event.attendees()).hasSize(1);
    }

    @Test
    void aPersonWhoIsFrozenBeforeTheFirstSyncIsNotRegistered() {
        World world = World.ordinary();
        world.members(2);
        freeze(world, "m1");

        world.sync();

        assertThat(world.event.attendees()).hasSize(1);
        assertForgotten(world, "m1");
    }

    @Test
    @DisplayName("F-54 money of an erased person stays on record under a pseudonym and is told to nobody")
    void moneyStaysUnderAPseudonymAndIsToldToNobody() {
        World world = World.everything();
        FakeTicket ticket = paidTicketOf(world, "m1");
        world.sync();
        erase(world, "m1");
        world.forgetCalls();

        world.event.refund(ticket.id(), new BigDecimal("150.00"));
        world.sync();
        world.sync();

        assertThat(world.memberships.writes().isEmpty()).isTrue();
        Scope payments = new Scope("test", World.EVENT, "", "payments");
        world.store.inTransaction(payments, tx -> {
            assertThat(tx.payments().facts(Optional.empty(), 9))
                    .extracting(Fact::kind, fact -> fact.about().userId())
                    .containsExactlyInAnyOrder(
                            tuple(FactKind.CHARGE, Optional.of("erased-1")),
                            tuple(FactKind.MIRROR, Optional.of("erased-1")),
                            tuple(FactKind.REFUND, Optional.empty()));
            return true;
        });
    }

    private static FakeTicket paidTicketOf(World world, String userId) {
        world.memberships.members().add(World.member(userId, "Person Number1").withPlan("silver"));
        var before = world.workflow;
        world.workflow = template -> before.apply(template).paidTickets(PaidTickets.CASH);
        world.sync();
        return world.ticketOf(userId);
    }

    @Test
    @DisplayName(
            "F-54 the holder of an erased person's ticket is made no member, and a new ticket of that address is a question")
    void ofAnErasedPersonsTicketNobodyIsMadeAMember() {
        RegistrantsWorld world = RegistrantsWorld.making();
        FakeTicket own = world.ticket("Erased", "-", "erased-1@example.invalid");
        FakeTicket later = world.ticket("Ann", "Lee", "ann@example.org");
        PersonKeys keys = new PersonKeys(World.KEY.marker());
        List<Long> stones = new ArrayList<>(keys.ticket(new TicketRef(null, own.barcode(), null, null)));
        stones.add(keys.email("Ann@example.org").orElseThrow());
        world.world.store.inTransaction(ANY, tx -> {
            tx.tombstones().set(stones, world.world.time.instant());
            return true;
        });

        world.world.sync();
        world.world.sync();

        assertThat(world.contacts("erased-1@example.invalid")).isEmpty();
        assertThat(world.contacts("ann@example.org")).isEmpty();
        assertThat(world.questions()).containsExactly("NO_MEMBER:ticket:" + later.id());
    }

    @Test
    @DisplayName("F-54 a ticket that an erased person gave to somebody else is that one's, and he gets no second one")
    void aTicketThatWasGivenOnIsFoundByItsNewHolder() {
        World world = World.ordinary();
        world.members(1);
        world.sync();
        long ticket = world.ticketOf("m1").id();
        world.event.answer(ticket, "First Name", "Bo");
        world.event.answer(ticket, "Last Name", "Ek");
        world.event.answer(ticket, "Email", "bo@example.com");
        world.event.answer(ticket, "Member ID", "");
        PersonKeys keys = new PersonKeys(World.KEY.marker());
        in(world, tx -> {
            tx.tombstones()
                    .set(List.of(keys.user("m1"), keys.email("m1@example.com").orElseThrow()), world.time.instant());
            return tx.tombstones().forget("m1", List.of(), "erased-1");
        });
        world.memberships.members().add(World.member("m2", "Bo Ek").withEmail("bo@example.com"));

        world.sync();

        assertThat(world.event.attendees()).hasSize(1);
        look(world, tx -> assertThat(tx.links().find(List.of("m2"))).isNotEmpty());
        assertForgotten(world, "m1");
    }
}
