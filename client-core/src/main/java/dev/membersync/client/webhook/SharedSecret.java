package dev.membersync.client.webhook;

import dev.membersync.client.auth.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Compares a header with a secret that both sides know. */
final class SharedSecret implements SignatureVerifier {
    private final String header;
    private final List<Secret> secrets;

    private SharedSecret(String header, List<Secret> secrets) {
        this.header = header;
        this.secrets = secrets;
    }

    static SharedSecret of(String header, List<Secret> secrets) {
        return new SharedSecret(header, HeaderCheck.atLeastOne(secrets, "secret"));
    }

    @Override
    public Verdict verify(Delivery delivery) {
        return HeaderCheck.of(delivery, header, this::known);
    }

    private boolean known(String value) {
        byte[] given = value.getBytes(StandardCharsets.UTF_8);
        boolean same = false;
        for (Secret secret : secrets) {
            same |= MessageDigest.isEqual(secret.reveal().getBytes(StandardCharsets.US_ASCII), given);
        }
        return same;
    }
}
