package dev.membersync.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.membersync.client.Call;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Request;
import dev.membersync.client.policy.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {
    private final Fixture fixture = new Fixture();

    @Test
    void aFormIsSentInItsOrderEncodedAndWithItsSecrets() {
        fixture.script.reply(200, "{}");
        form().execute();
        Request sent = fixture.script.requests().get(0);
        assertThat(new String(sent.body().orElseThrow(), StandardCharsets.US_ASCII))
                .isEqualTo("grant_type=refresh_token&client_secret=canary%2B%26%3D&redirect%20uri=%C3%BC%2F&n=5");
        assertThat(sent.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void aFormIsDescribedByItsKeys() {
        assertThat(form().describe().redactedBody())
                .isEqualTo("grant_type=***&client_secret=***&redirect%20uri=***&n=***");
    }

    @Test
    void noRequestNoFailureAndNoLogShowsWhatAFormHolds() throws Exception {
        fixture.script.reply(503, "");
        Throwable failure = catchThrowable(() -> form().execute());
        assertThat(failure + " " + fixture.script.requests() + form().describe())
                .doesNotContain("canary", "%3D");
        assertThat(Files.readString(Path.of("target", "client-core-test.log"))).doesNotContain("canary", "%3D");
    }

    private Call<Void> form() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("grant_type", "refresh_token");
        values.put("client_secret", Secret.of("canary+&="));
        values.put("redirect uri", "ü/");
        values.put("n", 5);
        return fixture.client()
                .retry(RetryPolicy.none())
                .build()
                .call(Fixture.POST)
                .form(values)
                .ignoringBody();
    }
}
