package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.Operation;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.policy.Safety;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipsClientTest {

    @Test
    void listsItsOperations() {
        assertThat(Scripts.client(ScriptedTransport.create()).operations())
                .extracting(Operation::id)
                .containsExactly("users.list", "users.get", "users.update", "payments.record");
    }

    @Test
    void callsAnEndpointItDoesNotKnow() {
        ScriptedTransport transport = Scripts.replies(200, "{\"x\":1}");
        String text = Scripts.client(transport)
                .call("POST", "/tags?dry=1", Safety.ONCE_ONLY, Map.of("name", "vip"))
                .execute();
        assertThat(text).isEqualTo("{\"x\":1}");
        assertThat(Scripts.target(transport.requests().get(0))).isEqualTo("POST /api/tags?dry=1");
        assertThat(Scripts.body(transport.requests().get(0))).isEqualTo("{\"name\":\"vip\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@evil.example/", ".evil.example/", "users", "", "/users/{userId}"})
    void aPathCannotLeadTheKeyToAnotherServer(String path) {
        MembershipsClient client = Scripts.client(ScriptedTransport.create());
        assertThatThrownBy(() -> client.call("GET", path, Safety.READ)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needsABaseUrlWhereTheProfileHasNone() {
        var builder = MembershipsClient.builder(MembershipsProfile.STANDARD).apiKey(Secret.of("k"));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("baseUrl");
    }

    @Test
    void needsCredentials() {
        var builder = MembershipsClient.builder(MembershipsProfile.STANDARD).baseUrl(URI.create("https://x.example"));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("apiKey");
    }

    @Test
    void refusesAnUnencryptedAddressOfAnotherMachine() {
        var builder = MembershipsClient.builder(MembershipsProfile.STANDARD)
                .baseUrl(URI.create("http://members.example.org"))
                .apiKey(Secret.of("k"));
        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendsTheFixedHeadersAndTheKeyWhereTheProfileSays() {
        ScriptedTransport transport = Scripts.replies(200, "[]");
        MembershipsProfile profile = MembershipsProfile.STANDARD.toBuilder()
                .header("Version", "7")
                .key("X-Api-Key", "")
                .route("users.list", "/v2/people")
                .build();
        assertThat(Scripts.client(transport, profile).users().list()).isEmpty();
        var request = transport.requests().get(0);
        assertThat(request.headers()).containsEntry("Version", "7");
        assertThat(request.secrets().get("X-Api-Key").reveal()).isEqualTo(Scripts.KEY);
        assertThat(request.uri().getPath()).isEqualTo("/api/v2/people");
    }

    @Test
    void aProfileWithoutTheOperationSaysSo() {
        assertThatThrownBy(() -> MembershipsProfile.STANDARD.route("contacts.search"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("STANDARD");
    }

    @Test
    void standardAllowsAHundredCallsPerTenSeconds() {
        assertThat(MembershipsProfile.STANDARD.rate()).isEqualTo(RateLimit.of(100, Duration.ofSeconds(10)));
    }
}
