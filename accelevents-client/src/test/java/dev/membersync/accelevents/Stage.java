package dev.membersync.accelevents;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import java.net.URI;
import java.util.List;

/** One fake organisation with one event, and a client that talks to it without a socket. */
final class Stage {
    static final String EVENT = "spring-summit";

    final ManualTime time = ManualTime.create();
    final FakeAccelevents fake =
            FakeAccelevents.builder().time(time).event(EVENT).build();
    final FakeEvent there = fake.event(EVENT);
    final long general = there.addTicketType("General Admission", "0.00", 100);
    final long vip = there.addTicketType("VIP", "50.00", 10);
    final EventScope event = client().event(EVENT);

    AcceleventsClient client() {
        return AcceleventsClient.builder(Secret.of(FakeAccelevents.DEFAULT_KEY))
                .baseUrl(URI.create("https://accelevents.test"))
                .transport(new FakeTransport(fake))
                .time(time)
                .rateBudget(RateBudget.unlimited())
                .build();
    }

    RegistrationDraft ada() {
        return RegistrationDraft.of(general, "Ada", "Lovelace", "ada@example.org")
                .withNote("membersync:u1");
    }

    List<String> operations() {
        return fake.requests().entries().stream()
                .map(entry -> entry.operation())
                .toList();
    }
}
