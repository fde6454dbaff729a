package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.membersync.sync.HygieneReport;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.review.HygieneFinding;
import dev.membersync.sync.review.HygieneFinding.Kind;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketSighting;
import dev.membersync.sync.workflow.DuplicateHygiene;
import dev.membersync.sync.workflow.MembersToAttendees;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Likely duplicates and broken links, found without a call and told without a value. */
class HygieneTest {
    private final World world = World.ordinary();

    @BeforeEach
    void fourMembersAreRegistered() {
        world.members(4);
        world.sync();
    }

    @Test
    void whatIsTidyHasNoFindings() {
        assertThat(look().isClean()).isTrue();
    }

    @Test
    void aStoreThatNeverSawBothListsIsNotClean() {
        World fresh = World.ordinary();
        try (SyncEngine engine = fresh.build(World.EVENT)) {
            HygieneReport report = engine.hygiene().get(0);
            assertThat(report.read()).isFalse();
            assertThat(report.isClean()).isFalse();
        }
    }

    @Test
    void itIsReadFromTheStoreAlone() {
        world.forgetCalls();

        look();

        assertThat(world.memberships.requests().count()
                        + world.accelevents.requests().count())
                .isZero();
    }

    @Test
    @DisplayName("F-42 two members with one address are told, in whatever case it is written")
    void membersWithOneAddress() {
        world.memberships
                .members()
                .add(FakeMember.of("m5", " M1@Example.COM", "Other Name").withStatus("active"));
        world.sync();

        assertThat(look().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.SAME_EMAIL);
            assertThat(finding.members()).containsExactly("m1", "m5");
            assertThat(finding.reason())
                    .contains("m1, m5 have one e-mail address")
                    .doesNotContainIgnoringCase("@example");
            assertThat(finding.kind().next()).contains("merge them at the Memberships side");
        });
    }

    @Test
    void whatIsNoAddressMatchesNobody() {
        world.memberships
                .members()
                .add(FakeMember.of("m5", "unknown", "Fifth One").withStatus("inactive"));
        world.memberships
                .members()
                .add(FakeMember.of("m6", "unknown", "Sixth One").withStatus("inactive"));
        world.memberships.members().add(FakeMember.of("m7", "", "Seventh One").withStatus("inactive"));
        world.memberships.members().add(FakeMember.of("m8", "", "Eighth One").withStatus("inactive"));
        world.sync();

        assertThat(look().findings()).isEmpty();
    }

    @Test
    void aMemberWhoIsGoneIsNobodysDouble() {
        world.memberships
                .members()
                .add(FakeMember.of("m5", "m1@example.com", "Other Name").withStatus("inactive"));
        world.sync();
        world.memberships.members().delete("m5");
        world.sync();

        assertThat(look().findings()).isEmpty();
    }

    @Test
    void membersWithOnePhoneNumber() {
        World contacts = World.highLevel();
        contacts.flow = desk -> DuplicateHygiene.watchedBy(
                contacts.workflow.apply(template(contacts, desk)).build());
        contact(contacts, "m1", "+44 20 7946-0018");
        contact(contacts, "m2", "+44 (20) 79460018");
        contact(contacts, "m3", "020 7946 0018");
        contact(contacts, "m4", "020 7946 0018");
        contacts.sync();

        assertThat(look(contacts).findings())
                .extracting(HygieneFinding::kind, HygieneFinding::members)
                .containsExactly(tuple(Kind.SAME_PHONE, List.of("m1", "m2")));
    }

    @Test
    void aPhoneNumberThatChangesIsWrittenNowhereAndReadNowhere() {
        World contacts = World.highLevel();
        contacts.flow = desk -> DuplicateHygiene.watchedBy(
                contacts.workflow.apply(template(contacts, desk)).build());
        contact(contacts, "m1", "+44 20 7946 0018");
        contact(contacts, "m2", "+44 20 7946 0019");
        contacts.sync();
        contacts.sync();
        contacts.forgetCalls();
        contacts.sync();
        int calls = contacts.memberships.requests().count()
                + contacts.accelevents.requests().count();
        contacts.memberships.contacts().edit("m2", record -> record.with("phone", "+44 20 7946 0018"));
        contacts.forgetCalls();

        assertThat(contacts.plan().workflows().get(0).operations()).isEmpty();
        contacts.forgetCalls();
        contacts.sync();

        assertThat(contacts.writes()).isZero();
        assertThat(contacts.memberships.requests().count()
                        + contacts.accelevents.requests().count())
                .isEqualTo(calls);
        assertThat(look(contacts).findings()).extracting(HygieneFinding::kind).containsExactly(Kind.SAME_PHONE);
    }

    @Test
    void toBeginWithItCostsNoCallForTheMembersThatAreLinked() {
        World contacts = World.highLevel();
        for (int i = 1; i <= 5; i++) {
            contact(contacts, "m" + i, "+44 20 7946 001" + i);
        }
        contacts.sync();
        contacts.sync();
        contacts.forgetCalls();
        contacts.sync();
        int calls = contacts.memberships.requests().count()
                + contacts.accelevents.requests().count();
        contacts.flow = desk -> DuplicateHygiene.watchedBy(
                contacts.workflow.apply(template(contacts, desk)).build());
        contacts.forgetCalls();

        contacts.sync();

        assertThat(contacts.writes()).isZero();
        assertThat(contacts.memberships.requests().count()
                        + contacts.accelevents.requests().count())
                .isEqualTo(calls);
    }

    @Test
    @DisplayName("F-04 a second ticket that names a member is told once, with both tickets")
    void aSecondTicketOfAMember() {
        FakeTicket second = ticket("m1@example.com", "membersync:m1");
        FakeTicket third = ticket("m1@example.com", "membersync:m1");
        world.sync();

        assertThat(look().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.SECOND_TICKET);
            assertThat(finding.members()).containsExactly("m1");
            assertThat(finding.tickets()).containsExactlyInAnyOrder(id(world.ticketOf("m1")), id(second), id(third));
            assertThat(finding.kind().next()).contains("delete the one that is too many at Accelevents");
        });
    }

    @Test
    void aTicketBoughtBesideTheMembersOwn() {
        FakeTicket other = ticket("M2@example.com", "");
        world.sync();

        assertThat(look().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.SAME_HOLDER);
            assertThat(finding.members()).containsExactly("m2");
            assertThat(finding.tickets()).containsExactlyInAnyOrder(id(world.ticketOf("m2")), id(other));
        });
    }

    @Test
    void severalTicketsOfOneAddressWithoutAnyMember() {
        FakeTicket one = ticket("guest@example.com", "");
        FakeTicket two = ticket("guest@example.com", "");
        ticket("alone@example.com", "");
        world.sync();

        assertThat(look().findings())
                .extracting(HygieneFinding::kind, HygieneFinding::members, HygieneFinding::tickets)
                .containsExactly(tuple(Kind.SAME_HOLDER, List.of(), List.of(id(one), id(two))));
    }

    @Test
    void aTicketOfSomebodyUnknownIsAnOrphan() {
        ticket("m9@example.com", "membersync:m9");
        world.sync();

        assertThat(look().findings())
                .extracting(HygieneFinding::kind, HygieneFinding::members)
                .containsExactly(tuple(Kind.ORPHAN, List.of("m9")));
    }

    @Test
    void aLinkWhoseTicketIsGone() {
        String ticket = id(world.ticketOf("m3"));
        world.event.delete(world.ticketOf("m3").id());
        world.sync();

        assertThat(look().findings())
                .extracting(HygieneFinding::kind, HygieneFinding::members, HygieneFinding::tickets)
                .containsExactly(tuple(Kind.TICKET_GONE, List.of("m3"), List.of(ticket)));
    }

    @Test
    void aLinkWhoseMemberIsGone() {
        world.memberships.members().delete("m4");
        world.sync();

        assertThat(look().findings())
                .extracting(HygieneFinding::kind, HygieneFinding::members)
                .containsExactly(tuple(Kind.MEMBER_GONE, List.of("m4")));
    }

    @Test
    @DisplayName("F-41 members who swap their addresses break no link")
    void membersWhoSwapTheirAddresses() {
        world.memberships.members().changeEmail("m1", "m2@example.com");
        world.memberships.members().changeEmail("m2", "m1@example.com");
        world.sync();

        assertThat(look().findings()).isEmpty();
    }

    @Test
    void aLinkWhoseTicketNamesAnotherMember() {
        String ticket = id(world.ticketOf("m1"));
        in(tx -> tx.tickets()
                .save(List.of(new TicketSighting(
                        new TicketRef(ticket, null, null, null),
                        Optional.empty(),
                        Map.of(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.of("m2"),
                        OptionalLong.empty(),
                        0))));

        assertThat(look().findings())
                .extracting(HygieneFinding::kind, HygieneFinding::members, HygieneFinding::tickets)
                .containsExactly(tuple(Kind.NAMES_OTHER, List.of("m1", "m2"), List.of(ticket)));
    }

    @Test
    void aRegistrationUnderWayForNobody() {
        in(tx -> tx.intents()
                .open(new Intent(
                        "m9",
                        OptionalLong.empty(),
                        Intent.Step.ORDERED,
                        Optional.of("1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1)));

        assertThat(look().findings())
                .extracting(HygieneFinding::kind, HygieneFinding::members)
                .containsExactly(tuple(Kind.ORPHAN_INTENT, List.of("m9")));
    }

    @Test
    void aloneItReadsBothListsAsksNobodyAndWritesNothing() {
        World alone = World.ordinary();
        alone.flow = desk -> DuplicateHygiene.of(DuplicateHygiene.ID, desk);
        alone.members(2);
        alone.memberships
                .members()
                .add(FakeMember.of("m3", "m1@example.com", "Third One").withStatus("active"));
        long type = alone.event.ticketType("General Admission").orElseThrow().id();
        alone.event.addAttendee(type, "Person", "Number2", "m2@example.com");
        alone.event.addAttendee(type, "Person", "Number2", "m2@example.com");
        alone.event.addAttendee(type, "Person", "Number1", "m1@example.com");

        assertThat(alone.sync().counts().review()).isZero();

        assertThat(look(alone).figures()).isEqualTo(Map.of("SAME_EMAIL", 1L, "SAME_HOLDER", 1L));
        alone.memberships.members().delete("m2");
        alone.event.delete(alone.event.tickets().get(2).id());
        assertThat(alone.sync().counts().review()).isZero();
        assertThat(look(alone).figures()).containsEntry("MEMBER_GONE", 1L);
        assertThat(alone.writes()).isZero();
    }

    private HygieneReport look() {
        return look(world);
    }

    private static HygieneReport look(World world) {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.hygiene().get(0);
        }
    }

    private <T> T in(Function<Tx, T> work) {
        return world.store.inTransaction(CrashingWorld.SCOPE, work);
    }

    private static MembersToAttendees template(World world, TicketDesk desk) {
        return MembersToAttendees.of(desk, world.ticketTypes);
    }

    private static void contact(World world, String userId, String phone) {
        world.memberships.members().add(World.member(userId, "Person Number" + userId.substring(1)));
        world.memberships.contacts().edit(userId, record -> record.with("phone", phone));
    }

    private FakeTicket ticket(String email, String note) {
        long type = world.event.ticketType("General Admission").orElseThrow().id();
        return world.event.addAttendee(type, Map.of("First Name", "Per", "Last Name", "Son", "Email", email), note);
    }

    private static String id(FakeTicket ticket) {
        return Long.toString(ticket.id());
    }
}
