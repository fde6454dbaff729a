package dev.membersync.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.membersync.testkit.internal.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a fake answers.
 *
 * @param status HTTP status; 0 when the ending is {@link Ending#DROPPED}
 * @param headers headers by lower-case name
 * @param body the bytes that arrive: of a truncated or stalled reply only the part before the cut
 * @param ending how the reply ends on the wire
 * @param delay how long the reply waits before its first byte; zero for at once
 */
@SuppressWarnings("ArrayRecordComponent")
public record FakeReply(int status, Map<String, String> headers, byte[] body, Ending ending, Duration delay) {

    /** Copies the headers and lower-cases their names. */
    public FakeReply {
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** A complete JSON reply from maps, lists, texts, numbers and booleans. */
    static FakeReply json(int status, Object value) {
        return new FakeReply(
                status,
                Map.of("content-type", "application/json;charset=UTF-8"),
                Json.bytes(value),
                Ending.COMPLETE,
                Duration.ZERO);
    }

    /** A complete reply of the kind a gateway sends, which is not JSON. */
    static FakeReply html(int status, String title) {
        String page = "<html><head><title>" + status + " " + title + "</title></head><body>" + title + "</body></html>";
        return new FakeReply(
                status, Map.of("content-type", "text/html"), page.getBytes(UTF_8), Ending.COMPLETE, Duration.ZERO);
    }

    /** The connection dies without a reply byte. */
    static FakeReply dropped() {
        return new FakeReply(0, Map.of(), new byte[0], Ending.DROPPED, Duration.ZERO);
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** The same reply after a delay. */
    public FakeReply after(Duration wait) {
        return new FakeReply(status, headers, body, ending, wait);
    }

    /** The same reply with one header more. */
    public FakeReply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new FakeReply(status, more, body, ending, delay);
    }

    /** The same reply, ending after half of its body. */
    FakeReply cut(Ending how) {
        return new FakeReply(status, headers, Arrays.copyOf(body, body.length / 2), how, delay);
    }
}
