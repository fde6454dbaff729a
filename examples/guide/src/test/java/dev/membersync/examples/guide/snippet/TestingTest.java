package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.examples.guide.Places;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Java of docs/testing.md. */
class TestingTest {
    @BeforeEach
    void sweep() {
        Places.sweep();
    }

    // snippet: story
    @Test
    void aRenamedMemberIsRenamedAtTheEvent() {
        FakeMemberships memberships = FakeMemberships.builder().build();
        FakeAccelevents accelevents = FakeAccelevents.builder().build();
        memberships
                .members()
                .add(FakeMember.of("u1", "ann@example.org", "Ann Lee").withStatus("active"));
        accelevents.event("spring-summit").addTicketType("General Admission", "0", 50);

        try (FakeServer left = FakeServer.start(memberships, 0);
                FakeServer right = FakeServer.start(accelevents, 0);
                Tenant tenant = Tenant.open(config(left, right))) {
            tenant.engine().sync();
            memberships.members().rename("u1", "Ann Example");
            tenant.engine().sync();

            assertThat(accelevents.event("spring-summit").attendees())
                    .singleElement()
                    .satisfies(ticket -> assertThat(ticket.lastName()).isEqualTo("Example"));
        }
    }

    private static TenantConfig config(FakeServer left, FakeServer right) {
        String yaml = """
                memberships: {baseUrl: "%s", apiKey: "%s", rate: {calls: 5000, per: 1s}}
                accelevents: {baseUrl: "%s", apiKey: "%s", eventUrl: spring-summit, rate: {calls: 5000, per: 1s}}
                store: {url: "jdbc:sqlite:test.db"}
                workflows: [{template: members-to-attendees, ticketTypes: {"*": General Admission}}]
                """;
        return TenantConfig.parse(
                "test.yaml",
                yaml.formatted(left.url(), FakeMemberships.DEFAULT_KEY, right.url(), FakeAccelevents.DEFAULT_KEY),
                Map.of());
    }
    // end

    // snippet: fault
    @Test
    void aLostAnswerRegistersNobodyTwice() {
        FakeMemberships memberships = FakeMemberships.builder().build();
        FakeAccelevents accelevents = FakeAccelevents.builder().build();
        memberships
                .members()
                .add(FakeMember.of("u1", "ann@example.org", "Ann Lee").withStatus("active"));
        accelevents.event("spring-summit").addTicketType("General Admission", "0", 50);
        accelevents.faults(FaultPlan.nth("orders.pay", 1, Fault.DROP_AFTER)); // carried out, and the answer is lost

        try (FakeServer left = FakeServer.start(memberships, 0);
                FakeServer right = FakeServer.start(accelevents, 0);
                Tenant tenant = Tenant.open(config(left, right))) {
            tenant.engine().sync();
            tenant.engine().sync();

            assertThat(accelevents.event("spring-summit").attendees()).hasSize(1);
        }
    }
    // end

    // snippet: scripted
    @Test
    void aRefusedKeyIsToldWithWhatToDo() {
        ScriptedTransport transport = ScriptedTransport.create().reply(401, "{\"message\": \"Unauthorized\"}");
        MembershipsClient client = MembershipsClient.builder(MembershipsProfile.STANDARD)
                .baseUrl(URI.create("https://memberships.example.org"))
                .apiKey(Secret.of("wrong-key"))
                .transport(transport)
                .retry(RetryPolicy.none())
                .build();

        assertThatThrownBy(() -> client.users().list().iterator().hasNext()).isInstanceOf(AuthException.class);
        assertThat(transport.requests()).hasSize(1);
    }
    // end
}
