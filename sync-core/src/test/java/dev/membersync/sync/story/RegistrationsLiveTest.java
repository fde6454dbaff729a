package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.testkit.FakeTicket;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Registrations are told to members while the engine runs live, on users and on contacts. */
@ParameterizedClass
@MethodSource("profiles")
class RegistrationsLiveTest {
    private final RegistrationsWorld world;
    private final LiveWorld at;
    private FakeTicket ticket;

    RegistrationsLiveTest(MembershipsProfile profile) {
        world = RegistrationsWorld.of(profile);
        at = new LiveWorld(world.world);
    }

    static Stream<MembershipsProfile> profiles() {
        return Stream.of(MembershipsProfile.STANDARD, MembershipsProfile.HIGHLEVEL);
    }

    @BeforeEach
    void run() {
        ticket = world.registered("m1", "Backstage");
        world.world.memberships.members().add(World.member("m2", "Bo Ek"));
        at.open().settle();
        at.pass(Duration.ofMinutes(2));
        world.world.forgetCalls();
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aNewRegistrationIsToldByTheNextPollWithoutAFullList() {
        long type = world.world.event.ticketType("VIP").orElseThrow().id();
        world.world.event.addAttendee(type, "Bo", "Ek", "m2@example.com");

        at.pass(Duration.ofMinutes(2));

        assertThat(world.told("m2")).isEqualTo("registered");
        assertThat(world.world.accelevents.requests().count("attendees.list")).isZero();
    }

    @Test
    void aCancellationIsToldByTheNextPoll() {
        world.world.event.cancel(ticket.id());

        at.pass(Duration.ofMinutes(2));

        assertThat(world.told("m1")).isEqualTo("canceled");
    }

    @Test
    void aRefundIsToldByTheNextPoll() {
        world.world.event.refund(ticket.id(), new BigDecimal("150.00"));

        at.pass(Duration.ofMinutes(2));

        assertThat(world.told("m1")).isEqualTo("refunded");
    }

    @Test
    void aHintAboutACheckInIsFollowedAtOnce() {
        world.world.event.checkIn(ticket.id());

        at.hint(ticket.barcode());
        at.settle();

        assertThat(world.told("m1")).isEqualTo("checked_in");
    }

    @Test
    @DisplayName("F-11 the echo of what was told writes nothing, and hints that come twice are one")
    void anEchoWritesNothing() {
        world.world.event.checkIn(ticket.id());
        at.hint(ticket.barcode());
        at.settle();
        world.world.forgetCalls();

        at.hook("m1", "m1");
        at.hint(ticket.barcode());
        at.hint(ticket.barcode());
        at.pass(Duration.ofMinutes(2));

        assertThat(world.world.writes()).isZero();
    }

    @Test
    void aDeletedTicketIsToldByTheNextFullList() {
        world.world.event.delete(ticket.id());

        at.pass(Duration.ofHours(2));

        assertThat(world.told("m1")).isEqualTo("deleted");
    }
}
