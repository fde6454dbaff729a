package dev.membersync.client.internal;

import dev.membersync.client.auth.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bodies as HTML forms send them; a form may hold a secret, so it is shown without its values. */
final class Form {
    private Form() {}

    static byte[] bytes(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> Percent.encode(entry.getKey()) + "=" + Percent.encode(text(entry.getValue())))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The body as {@code grant_type=***&code=***}. */
    static String keys(byte[] body) {
        return Stream.of(new String(body, StandardCharsets.US_ASCII).split("&"))
                .map(pair -> pair.substring(0, pair.indexOf('=') + 1) + "***")
                .collect(Collectors.joining("&"));
    }

    private static String text(Object value) {
        return value instanceof Secret secret ? secret.reveal() : value.toString();
    }
}
