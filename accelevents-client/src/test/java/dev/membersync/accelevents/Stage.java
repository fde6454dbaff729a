package dev.membersync.accelevents;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.registration.RegistrationDraft;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Transport;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeTicket;
import java.net.URI;
import java.util.List;

/** One fake organisation with one event, and a client that talks to it without a socket. */
@SuppressWarnings("exports") // a test fixture
public final class Stage {
    public static final String EVENT = "spring-summit";

    public final ManualTime time = ManualTime.create();
    public final FakeAccelevents fake =
            FakeAccelevents.builder().time(time).event(EVENT).build();
    public final FakeEvent there = fake.event(EVENT);
    public final long general = there.addTicketType("General Admission", "0.00", 100);
    public final long vip = there.addTicketType("VIP", "50.00", 10);
    public final EventScope event = client().event(EVENT);

    /** A new organisation and its event. */
    public Stage() {}

    public AcceleventsClient client() {
        return client(new FakeTransport(fake));
    }

    /** A client of its own, as a process that starts anew has one. */
    public AcceleventsClient client(Transport transport) {
        return client(transport, AcceleventsDialect.DEFAULT);
    }

    /** A client with other spellings. */
    public AcceleventsClient client(AcceleventsDialect dialect) {
        return client(new FakeTransport(fake), dialect);
    }

    private AcceleventsClient client(Transport transport, AcceleventsDialect dialect) {
        return AcceleventsClient.builder(Secret.of(FakeAccelevents.DEFAULT_KEY))
                .baseUrl(URI.create("https://accelevents.test"))
                .transport(transport)
                .time(time)
                .rateBudget(RateBudget.unlimited())
                .dialect(dialect)
                .build();
    }

    /** The free type. */
    public TicketTypeId generalType() {
        return new TicketTypeId(general);
    }

    /** The priced type. */
    public TicketTypeId vipType() {
        return new TicketTypeId(vip);
    }

    /** The id of a ticket as the client knows it. */
    public static EventTicketId ticketId(FakeTicket ticket) {
        return new EventTicketId(Long.toString(ticket.id()));
    }

    public RegistrationDraft ada() {
        return RegistrationDraft.of(generalType(), "Ada", "Lovelace", "ada@example.org")
                .withNote("membersync:u1");
    }

    public List<String> operations() {
        return fake.requests().entries().stream()
                .map(entry -> entry.operation())
                .toList();
    }
}
