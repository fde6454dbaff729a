package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.net.URI;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about a system that halted: only an outage ends by itself. */
class OutageTest {
    private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "401, CREDENTIAL_REFUSED, set a valid key and start again",
        "404, NOT_FOUND, correct what it names",
        "422, CALL_REFUSED, correct what it names",
        "503, SERVICE_DOWN, nothing: it is probed"
    })
    void theNextStepFollowsFromTheRefusal(int status, String kind, String nextStep) {
        Outage outage = Outage.of(LiveSystem.MEMBERSHIPS, failure(status), 0, NOW);

        assertThat(outage.incident().kind()).isEqualTo(kind);
        assertThat(outage.incident().nextStep()).contains(nextStep);
    }

    private static ApiException failure(int status) {
        try (MembershipsClient client = MembershipsClient.builder(MembershipsProfile.STANDARD)
                .baseUrl(URI.create("https://memberships.example.org"))
                .apiKey(Secret.of("key"))
                .transport(ScriptedTransport.create().reply(status, "{}"))
                .retry(RetryPolicy.none())
                .build()) {
            return Assertions.catchThrowableOfType(
                    ApiException.class, () -> client.users().list().iterator().hasNext());
        }
    }
}
