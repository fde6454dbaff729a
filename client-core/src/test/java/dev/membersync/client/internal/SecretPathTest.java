package dev.membersync.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.membersync.client.Call;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RetryPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SecretPathTest {
    private final Fixture fixture = new Fixture();

    @Test
    void aSecretTravelsInThePathEncoded() {
        fixture.script.reply(200, "{}");
        call().execute();
        assertThat(fixture.script.requests().get(0).uri().getRawPath()).isEqualTo("/v1/things/sesame%2F99");
    }

    @Test
    void aDescriptionMasksIt() {
        assertThat(call().describe().toString()).isEqualTo("GET /things/***");
    }

    @Test
    void noRequestNoFailureAndNoLogShowsIt() throws Exception {
        fixture.script.reply(503, "");
        Throwable failure = catchThrowable(() -> call().execute());
        assertThat(failure + " " + fixture.script.requests()).doesNotContain("sesame");
        assertThat(Files.readString(Path.of("target", "client-core-test.log"))).doesNotContain("sesame");
    }

    private Call<Void> call() {
        return fixture.client()
                .retry(RetryPolicy.none())
                .build()
                .call(Fixture.READ)
                .path("id", Secret.of("sesame/99"))
                .ignoringBody();
    }
}
