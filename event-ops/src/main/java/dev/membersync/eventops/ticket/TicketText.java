package dev.membersync.eventops.ticket;

import java.util.Arrays;
import java.util.Optional;

/** The text of a signed ticket: {@code MT1}, then body and signature in Base32. */
final class TicketText {
    private static final String PREFIX = "MT1";

    private final TicketBody body;
    private final byte[] signature;

    private TicketText(TicketBody body, byte[] signature) {
        this.body = body;
        this.signature = signature;
    }

    TicketBody body() {
        return body;
    }

    byte[] signature() {
        return signature;
    }

    /** Whether a cleaned and folded text says that it is a ticket of ours. */
    static boolean claimed(String text) {
        return text.startsWith(PREFIX);
    }

    static String of(TicketBody body, byte[] signature) {
        byte[] all = Arrays.copyOf(body.bytes(), TicketBody.LENGTH + signature.length);
        System.arraycopy(signature, 0, all, TicketBody.LENGTH, signature.length);
        return PREFIX + Base32.encode(all);
    }

    /** Reads a cleaned and folded text; empty when it is none of ours. */
    static Optional<TicketText> parse(String text) {
        if (!claimed(text)) {
            return Optional.empty();
        }
        return Base32.decode(text.substring(PREFIX.length()))
                .filter(bytes -> Arrays.stream(Algorithm.values())
                        .anyMatch(algorithm -> bytes.length == TicketBody.LENGTH + algorithm.signatureLength()))
                .flatMap(bytes -> TicketBody.parse(Arrays.copyOf(bytes, TicketBody.LENGTH))
                        .map(body -> new TicketText(body, Arrays.copyOfRange(bytes, TicketBody.LENGTH, bytes.length))));
    }
}
