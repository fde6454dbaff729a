package dev.membersync.client.webhook;

import java.util.Base64;
import java.util.Optional;

/** Standard base64, read strictly: the JDK's decoder also takes missing padding and stray bits in the last character. */
final class Base64Text {
    private Base64Text() {}

    /** The bytes, or empty when the text is not exactly what encoding them gives. */
    static Optional<byte[]> canonical(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
