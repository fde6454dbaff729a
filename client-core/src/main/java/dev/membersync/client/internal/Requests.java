package dev.membersync.client.internal;

import dev.membersync.client.RequestOptions;
import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts a request together from the call, its options and the token. */
final class Requests {
    private Requests() {}

    static Request of(ApiClient client, Prepared prepared, RequestOptions options, Optional<AccessToken> token) {
        Map<String, String> headers = prepared.headers();
        if (!options.headers().isEmpty() || options.idempotencyKey().isPresent()) {
            headers = new HashMap<>(headers);
            for (Map.Entry<String, String> more : options.headers().entrySet()) {
                if (more.getKey().equalsIgnoreCase(client.authHeader)) {
                    throw new IllegalArgumentException(
                            "credentials are set with RequestOptions.withCredentials, not as header " + more.getKey());
                }
                headers.put(more.getKey(), more.getValue());
            }
            if (options.idempotencyKey().isPresent()) {
                headers.put("Idempotency-Key", options.idempotencyKey().get());
            }
        }
        Map<String, Secret> secrets = token.isEmpty()
                ? Map.of()
                : Map.of(client.authHeader, token.get().value().prefixed(client.authPrefix));
        return new Request(prepared.operation().method(), prepared.uri(), headers, secrets, prepared.body());
    }
}
