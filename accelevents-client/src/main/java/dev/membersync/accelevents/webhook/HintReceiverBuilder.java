package dev.membersync.accelevents.webhook;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.webhook.IpAllowList;
import dev.membersync.client.webhook.SignatureVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Puts a {@link HintReceiver} together; begin with {@link HintReceiver#builder}. Not thread-safe.
 *
 * <p>The vendor signs nothing and its console takes nothing but a URL (DOC, accelevents-api.md 5), so the secret stands in
 * that URL; one in a header is for a gateway before us. Where several places are set, all must hold.
 */
public final class HintReceiverBuilder {
    private static final int SHORTEST = 16;
    private static final String RECIPE = "; make one with: openssl rand -hex 32";

    private Optional<SignatureVerifier> secrets = Optional.empty();
    private Optional<IpAllowList> addresses = Optional.empty();
    private int largest = 1 << 20;
    private Duration retryAfter = Duration.ofSeconds(60);

    HintReceiverBuilder() {}

    /**
     * A secret that is one whole segment of the path, and no other segment is.
     *
     * @param anyOf one secret, or several while they are rotated
     * @throws IllegalArgumentException when there is none, or one is shorter than 16 characters or has others than letters,
     *     digits, {@code -}, {@code .} and {@code _}, which every URL carries as they are
     */
    public HintReceiverBuilder secretInPath(Secret... anyOf) {
        return proof(SignatureVerifier.sharedSecretInPath(forUrl(anyOf)));
    }

    /**
     * A secret that is the value of a query parameter, which must stand once.
     *
     * @param parameter the name of the parameter
     * @param anyOf     as in {@link #secretInPath}
     * @throws IllegalArgumentException as in {@link #secretInPath}
     */
    public HintReceiverBuilder secretInQuery(String parameter, Secret... anyOf) {
        return proof(SignatureVerifier.sharedSecretInQuery(parameter, forUrl(anyOf)));
    }

    /**
     * A secret that is the value of a header, which must stand once.
     *
     * @param header the name of the header
     * @param anyOf  one secret, or several while they are rotated
     * @throws IllegalArgumentException when there is none, or one is shorter than 16 characters
     */
    public HintReceiverBuilder secretInHeader(String header, Secret... anyOf) {
        return proof(SignatureVerifier.sharedSecret(header, longEnough(anyOf)));
    }

    /** Where deliveries may come from. Default: anywhere, for the vendor publishes no addresses. */
    public HintReceiverBuilder allowFrom(IpAllowList value) {
        addresses = Optional.of(value);
        return this;
    }

    /** The largest body in bytes. Default: 1 MiB. */
    public HintReceiverBuilder largestBody(int bytes) {
        largest = bytes;
        return this;
    }

    /** When a sender should repeat what could not be taken. Default: 60 seconds. */
    public HintReceiverBuilder retryAfter(Duration value) {
        retryAfter = value;
        return this;
    }

    /**
     * Builds the receiver.
     *
     * @throws IllegalStateException when no place for a secret was set
     */
    public HintReceiver build() {
        SignatureVerifier proof = secrets.orElseThrow(() -> new IllegalStateException(
                "anybody could send hints: set secretInPath, secretInQuery or secretInHeader" + RECIPE));
        return new HintReceiver(addresses, proof, largest, retryAfter);
    }

    private HintReceiverBuilder proof(SignatureVerifier value) {
        secrets = Optional.of(secrets.map(others -> others.and(value)).orElse(value));
        return this;
    }

    private static List<Secret> forUrl(Secret... secrets) {
        for (Secret secret : secrets) {
            if (!secret.reveal().matches("[A-Za-z0-9._-]*")) {
                throw new IllegalArgumentException(
                        "a secret in a URL has only letters, digits, hyphens, dots and underscores" + RECIPE);
            }
        }
        return longEnough(secrets);
    }

    private static List<Secret> longEnough(Secret... secrets) {
        for (Secret secret : secrets) {
            if (secret.reveal().length() < SHORTEST) {
                throw new IllegalArgumentException("a secret has " + SHORTEST + " characters at least" + RECIPE);
            }
        }
        return List.of(secrets);
    }
}
