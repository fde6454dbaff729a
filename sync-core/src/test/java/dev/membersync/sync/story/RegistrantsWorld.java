package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.http.Reply;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import dev.membersync.testkit.FakeRecord;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.RecordKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A world with tickets whose holders are no members. */
final class RegistrantsWorld {
    static final Scope SCOPE = new Scope("test", World.EVENT, "", RegistrationsToMembership.ID);

    /** Where the creates of all workflows stand. */
    static final Scope SHARED = new Scope("test", "", "", "registrants");

    private static final byte[] NOBODY = "{\"contact\":null}".getBytes(StandardCharsets.UTF_8);

    final RegistrationsWorld told;
    final World world;

    private RegistrantsWorld(RegistrationsWorld told, UnknownRegistrants policy) {
        this.told = told;
        this.world = told.world;
        told.workflow = template -> template.unknownRegistrants(policy);
    }

    static RegistrantsWorld asking() {
        return new RegistrantsWorld(RegistrationsWorld.standard(), UnknownRegistrants.REVIEW);
    }

    static RegistrantsWorld making() {
        return new RegistrantsWorld(RegistrationsWorld.highLevel(), UnknownRegistrants.CREATE);
    }

    FakeTicket ticket(String first, String last, String email) {
        return world.event.addAttendee(
                world.event.ticketType("VIP").orElseThrow().id(), first, last, email);
    }

    /** The account takes duplicates, so that a second create would be one, and all its searches lag. */
    RegistrantsWorld lagging() {
        world.memberships
                .records(RecordKind.LOCATION)
                .edit("loc1", location -> location.with("settings", Map.of("allowDuplicateContact", true)));
        world.memberships.highLevelSwitches().searchLag(Duration.ofSeconds(20));
        world.wire = wire -> (request, deadline) -> {
            Reply reply = wire.send(request, deadline);
            return request.uri().getPath().endsWith("/duplicate")
                    ? new Reply(200, reply.headers(), NOBODY, reply.took())
                    : reply;
        };
        return this;
    }

    void changeHolder(long ticketId, String first, String last, String email) {
        world.event.answer(ticketId, "First Name", first);
        world.event.answer(ticketId, "Last Name", last);
        world.event.answer(ticketId, "Email", email);
    }

    List<FakeRecord> contacts(String email) {
        return world.memberships.contacts().all().stream()
                .filter(contact -> contact.text("email")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .equals(email))
                .toList();
    }

    List<String> questions() {
        return world.store.inTransaction(
                SCOPE, tx -> tx.reviews().open(100).stream().map(Review::id).toList());
    }

    long openCreates() {
        return world.store.inTransaction(SHARED, tx -> tx.intents().count());
    }

    /** A run more writes nothing. */
    void assertAtRest() {
        world.forgetCalls();
        world.sync();
        assertThat(world.writes()).isZero();
        assertThat(openCreates()).isZero();
    }
}
