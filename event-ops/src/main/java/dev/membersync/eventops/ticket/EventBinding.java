package dev.membersync.eventops.ticket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How what we sign is bound to an event: its id enters the message byte for byte and is not transmitted. */
final class EventBinding {
    private EventBinding() {}

    /** The id in UTF-8; an unpaired surrogate is refused and not replaced, so that no two ids have the same bytes. */
    static byte[] bytes(String eventId) {
        if (eventId.isEmpty()) {
            throw new IllegalArgumentException("the event id is empty");
        }
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(eventId));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the event id holds half a surrogate pair and has no UTF-8 form", e);
        }
    }

    /** The routing hint in the body: the first 4 bytes of the SHA-256 of the id. */
    static int tag(String eventId) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes(eventId)))
                    .getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What is signed: purpose, 0, event id, 0, body. A body under one purpose is worth nothing under another. */
    static byte[] message(String purpose, String eventId, byte[] body) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(purpose.getBytes(StandardCharsets.US_ASCII));
        message.write(0);
        message.writeBytes(bytes(eventId));
        message.write(0);
        message.writeBytes(body);
        return message.toByteArray();
    }
}
