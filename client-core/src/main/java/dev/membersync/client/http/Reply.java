package dev.membersync.client.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param headers the reply's headers
 * @param body the whole body, empty when there is none; not copied: nobody may change it
 * @param took from sending to the last byte
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are read once, never compared
public record Reply(int status, Headers headers, byte[] body, Duration took) {
    /** A reply with a JSON text, for scripts and fakes. */
    public static Reply of(int status, String body) {
        return new Reply(status, Headers.none(), body.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
    }

    /** The same reply with other headers. */
    public Reply with(Headers headers) {
        return new Reply(status, headers, body, took);
    }

    /** Whether the status is 2xx. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Status and size; a body may hold a person's data. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
