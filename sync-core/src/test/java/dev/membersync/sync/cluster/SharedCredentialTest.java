package dev.membersync.sync.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.database.Postgres;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.RateRule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two tenants, two nodes and one credential at each service. */
@Timeout(180)
class SharedCredentialTest {
    private static final int MEMBERS = 10;
    private static final RateRule LIMIT = RateRule.of(20, Duration.ofSeconds(2));

    private final FakeMemberships memberships =
            FakeMemberships.builder().time(InstantSource.system()).rate(LIMIT).build();
    private final FakeAccelevents accelevents = FakeAccelevents.builder()
            .time(InstantSource.system())
            .rate(LIMIT)
            .event("gala")
            .event("ball")
            .build();

    @Test
    void tenantsOfOneCredentialKeepItsLimitTogether() throws Exception {
        for (int i = 0; i < MEMBERS; i++) {
            memberships
                    .members()
                    .add(FakeMember.of("m" + i, "m" + i + "@example.com", "Ada Person" + i)
                            .withStatus("active"));
        }
        List.of("gala", "ball").forEach(event -> accelevents.event(event).addTicketType("General Admission", "0", 100));
        try (FakeServer left = FakeServer.start(memberships, 0);
                FakeServer right = FakeServer.start(accelevents, 0);
                Town town = new Town(0, 0)) {
            for (String name : List.of("one", "two")) {
                town.kept(town.bare(name)
                                .tenant("gala", config(left, right, "gala"))
                                .tenant("ball", config(left, right, "ball"))
                                .build())
                        .start();
            }

            assertThat(town.bell.until(() -> attendees("gala") == MEMBERS && attendees("ball") == MEMBERS))
                    .isTrue();

            assertThat(memberships.requests().entries()).noneMatch(request -> request.status() == 429);
            assertThat(accelevents.requests().entries())
                    .hasSizeGreaterThan(4 * MEMBERS)
                    .noneMatch(request -> request.status() == 429);
        }
    }

    private int attendees(String event) {
        return accelevents.event(event).attendees().size();
    }

    private static TenantConfig config(FakeServer left, FakeServer right, String event) {
        return TenantConfig.parse(
                "tenant.yaml",
                """
                memberships: {baseUrl: '%s', apiKey: '%s', rate: {calls: 20, per: 2s}}
                accelevents: {baseUrl: '%s', apiKey: '%s', eventUrl: %s, rate: {calls: 20, per: 2s}}
                store: {url: '%s', key: 'a long random text for this test'}
                workflows: [{template: members-to-attendees, ticketTypes: {'*': General Admission}}]
                """.formatted(
                                left.url(),
                                FakeMemberships.DEFAULT_KEY,
                                right.url(),
                                FakeAccelevents.DEFAULT_KEY,
                                event,
                                Postgres.freshUrl()),
                Map.of());
    }
}
