package dev.membersync.client.internal;

import dev.membersync.client.Call;
import dev.membersync.client.Confidence;
import dev.membersync.client.Operation;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.http.Transport;
import dev.membersync.client.policy.Safety;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import java.net.URI;
import java.util.Map;

/** A client over a script and a time that stands still. */
final class Fixture {
    static final Operation READ =
            Operation.of("things.get", "GET", "/things/{id}", Safety.READ, Confidence.SPEC, "test");
    static final Operation PUT =
            Operation.of("things.put", "PUT", "/things/{id}", Safety.IDEMPOTENT_WRITE, Confidence.SPEC, "test");
    static final Operation POST =
            Operation.of("things.add", "POST", "/things", Safety.ONCE_ONLY, Confidence.SPEC, "test");

    final ManualTime time = ManualTime.create();
    final ScriptedTransport script = ScriptedTransport.create();

    ApiClient.Builder over(Transport transport) {
        return ApiClient.builder(URI.create("https://api.test/v1"), transport, time)
                .tokens(TokenProvider.fixed(Secret.of("key-1")));
    }

    ApiClient.Builder client() {
        return over(script);
    }

    static Call<String> get(ApiClient.Builder client) {
        return client.build()
                .call(READ)
                .path("id", "7")
                .reader(body -> Json.object(body, f -> f.text("name").orElse("?")));
    }

    static Call<Boolean> put(ApiClient.Builder client) {
        return client.build()
                .call(PUT)
                .path("id", "7")
                .json(Map.of("name", "Ann"))
                .reader(body -> true);
    }

    static Call<Boolean> post(ApiClient.Builder client) {
        return client.build().call(POST).json(Map.of("name", "Ann", "age", 5)).reader(body -> true);
    }
}
