package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import dev.membersync.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file that is anything: a configuration, or its mistakes. */
@Tag("fuzz")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileConfigTest {
    private static final String STANDARD = """
            memberships:
              profile: standard
              baseUrl: "https://memberships.example.org"
              apiKey: "${LEFT}"
              currency: USD
              rate: {calls: 100, per: 10s, daily: 200000}
              allowInsecure: false
            accelevents: {baseUrl: "https://api.example.com", apiKey: "${RIGHT}", eventUrl: "spring-summit", recurringEventId: 12}
            store: {url: "jdbc:sqlite:membersync.db", key: "${LEFT}"}
            workflows:
              - template: members-to-attendees
                ticketTypes: {gold: "VIP", "*": "General Admission"}
                statuses: {active: register, inactive: keep}
                paidTickets: review
                fields: {memberStatus: "Membership Status", memberId: "Member ID"}
                direction: toAccelevents
                map: [{from: member.field(company), to: answer(Company)}]
                guards: {creates: 500, changes: "10% and 20", removals: "2% and 5"}
                buyer: {name: "Otto Organiser", email: "otto@example.org"}
              - template: registrations-to-membership
                plans: {"VIP": gold}
              - template: payments
              - template: duplicate-hygiene
            goLive: {coverage: 95, notMembers: ["Speaker"]}
            live: {port: 8080, pollEvery: 60s, hooks: {secret: "${LEFT}", allowFrom: ["192.0.2.0/24"]}}
            """;
    private static final String HIGHLEVEL = """
            memberships: {profile: highlevel, baseUrl: "https://services.example.com", locationId: loc1,
              oauth: {clientId: "app-x", clientSecret: "${LEFT}"},
              members: {only: {tag: member}, status: "field:membership_status", plan: "field:membership_plan"}}
            accelevents: {apiKey: "${RIGHT}", eventUrl: spring-summit}
            workflows: [{template: members-to-attendees, ticketTypes: {"*": VIP}, direction: both}]
            """;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LEFT", "a-key-of-the-tests", "RIGHT", "another-key-of-the-tests", "HOME", "/nowhere");

    @Property(seeds = 3_000)
    void everyFileIsAConfigurationOrItsMistakes(SplittableRandom random) {
        byte[] file = Hostile.bytes(random, List.of(STANDARD, HIGHLEVEL));

        Bounded.read(
                file,
                () -> assertThat(
                                parsed(new String(file, StandardCharsets.UTF_8)).toString())
                        .doesNotContain("key-of-the-tests"),
                ConfigException.class);
    }

    @Test
    void theSamplesAreConfigurations() {
        assertThat(parsed(STANDARD).workflows()).hasSize(4);
        assertThat(parsed(HIGHLEVEL).workflows()).hasSize(1);
    }

    private static TenantConfig parsed(String text) {
        return TenantConfig.parse("membersync.yaml", text, ENVIRONMENT);
    }
}
