package dev.membersync.client;

import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.policy.Lane;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one call does differently from its client.
 *
 * @param deadline for the whole call with its waits and retries; the client's default is 30 s
 * @param lane who is asking the rate budget; by default somebody who waits
 * @param credentials other credentials than the client's
 * @param headers further headers; none of them may be the one that carries the credentials
 * @param idempotencyKey sent as {@code Idempotency-Key}, for services that know it; it does not make a call retryable
 */
public record RequestOptions(
        Optional<Duration> deadline,
        Lane lane,
        Optional<TokenProvider> credentials,
        Map<String, String> headers,
        Optional<String> idempotencyKey) {
    private static final RequestOptions NONE =
            new RequestOptions(Optional.empty(), Lane.LIVE, Optional.empty(), Map.of(), Optional.empty());

    /** Copies the headers. */
    public RequestOptions {
        headers = Map.copyOf(headers);
    }

    /** The client's defaults. */
    public static RequestOptions none() {
        return NONE;
    }

    /** Another deadline for the whole call. */
    public RequestOptions withDeadline(Duration deadline) {
        return new RequestOptions(Optional.of(deadline), lane, credentials, headers, idempotencyKey);
    }

    /** Another lane. */
    public RequestOptions withLane(Lane lane) {
        return new RequestOptions(deadline, lane, credentials, headers, idempotencyKey);
    }

    /** Other credentials. */
    public RequestOptions withCredentials(TokenProvider credentials) {
        return new RequestOptions(deadline, lane, Optional.of(credentials), headers, idempotencyKey);
    }

    /** One more header. */
    public RequestOptions withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RequestOptions(deadline, lane, credentials, more, idempotencyKey);
    }

    /** An idempotency key. */
    public RequestOptions withIdempotencyKey(String key) {
        return new RequestOptions(deadline, lane, credentials, headers, Optional.of(key));
    }

    /** Lane and names only: a header value may be a secret. */
    @Override
    public String toString() {
        return "RequestOptions[deadline=" + deadline + ", lane=" + lane + ", headers=" + headers.keySet() + "]";
    }
}
