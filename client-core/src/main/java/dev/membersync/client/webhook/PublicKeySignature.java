package dev.membersync.client.webhook;

import java.util.List;

/** Checks a signature header against one public key or several of one scheme. */
final class PublicKeySignature implements SignatureVerifier {
    private final String header;
    private final List<SignatureKey> keys;

    private PublicKeySignature(String header, List<SignatureKey> keys) {
        this.header = header;
        this.keys = keys;
    }

    static PublicKeySignature of(String header, List<SignatureKey> keys) {
        List<SignatureKey> copy = HeaderCheck.atLeastOne(keys, "key");
        // Two schemes under one header would let a sender choose the weaker.
        if (copy.stream().map(SignatureKey::algorithm).distinct().count() > 1) {
            throw new IllegalArgumentException("the keys of header " + header + " are of different schemes");
        }
        return new PublicKeySignature(header, copy);
    }

    @Override
    public Verdict verify(Delivery delivery) {
        return HeaderCheck.of(
                delivery,
                header,
                value -> Base64Text.canonical(value)
                        .filter(signature -> keys.stream().anyMatch(key -> key.signed(delivery.raw(), signature)))
                        .isPresent());
    }
}
