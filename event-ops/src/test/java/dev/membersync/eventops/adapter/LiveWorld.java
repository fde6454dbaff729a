package dev.membersync.eventops.adapter;

import dev.membersync.client.testing.ManualTime;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Both services on loopback with one event, and the tenant that joins them. */
final class LiveWorld implements AutoCloseable {
    static final String EVENT = "spring-summit";

    final ManualTime time = ManualTime.at(Instant.parse("2026-05-02T10:00:00Z"));
    final FakeMemberships memberships = FakeMemberships.builder().time(time).build();
    final FakeAccelevents accelevents =
            FakeAccelevents.builder().time(time).event(EVENT).build();
    final FakeEvent event = accelevents.event(EVENT);
    final long free;
    final long priced;

    private final FakeServer left;
    private final FakeServer right;

    LiveWorld(int places) {
        event.describe(details -> details.with("name", "Spring Summit")
                .with("eventStartDate", "2026/05/12 18:00")
                .with("eventEndDate", "2026/05/12 22:00")
                .with("equivalentTimezone", "Europe/Berlin"));
        free = event.addTicketType("Member", "0", places);
        priced = event.addTicketType("Standard", "80.00", places);
        left = FakeServer.start(memberships, 0);
        right = FakeServer.start(accelevents, 0);
    }

    void member(String userId, String email, String status) {
        memberships
                .members()
                .add(FakeMember.of(userId, email, "Some Body")
                        .withStatus(status)
                        .withPlan("gold"));
    }

    LiveDataset live(Tenant tenant) {
        return LiveDataset.of(tenant, tenant.config().workflows().get(0), time);
    }

    Tenant open(Path folder) {
        return Tenant.open(TenantConfig.parse(
                "tenant.yaml",
                """
                memberships: {profile: standard, baseUrl: "%s", apiKey: "%s", rate: {calls: 100000, per: 10s}}
                accelevents: {baseUrl: "%s", apiKey: "%s", eventUrl: %s, rate: {calls: 100000, per: 10s}}
                store: {url: "jdbc:sqlite:%s"}
                workflows:
                  - template: members-to-attendees
                    ticketTypes: {"*": Member}
                  - template: payments
                """.formatted(
                                left.url(),
                                FakeMemberships.DEFAULT_KEY,
                                right.url(),
                                FakeAccelevents.DEFAULT_KEY,
                                EVENT,
                                folder.resolve("store.db")),
                Map.of()));
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
