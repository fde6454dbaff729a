package dev.membersync.memberships.internal;

import dev.membersync.client.http.Reply;
import dev.membersync.client.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a refused request says, whichever of the vendor's shapes it has (memberships-api.md 4.1). The HTTP
 * status is not read from here: the two can disagree, and then the body is wrong.
 *
 * @param message    the vendor's text, unmasked, at most 500 characters; empty for an empty body
 * @param details    the single messages of a validation error, empty otherwise
 * @param code       the machine code, where there is one
 * @param traceId    the vendor's id of the request
 * @param resolution what the vendor says to do about it
 * @param ids        the root fields {@code id} and {@code ...Id}, those of {@code meta} and of an envelope's
 *     {@code details}: which record it is about
 */
record ErrorBody(
        String message,
        List<String> details,
        Optional<String> code,
        Optional<String> traceId,
        Optional<String> resolution,
        Map<String, String> ids) {

    private static final int LONGEST = 500;
    /** So much of a page is looked at. */
    private static final int READ = 8_000;

    private static final Pattern TAGS = Pattern.compile("(?is)<(script|style)\\b.*?</\\1>|<!--.*?-->|<[^>]*>");

    /** Reads the body of a refused request, whatever it is. */
    static ErrorBody of(Reply reply) {
        return Json.tryObject(reply.body())
                .map(fields -> of(fields.all()))
                .orElseGet(() -> new ErrorBody(
                        plain(reply.text()),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    private static ErrorBody of(Map<String, Object> root) {
        Map<?, ?> nested = root.get("error") instanceof Map<?, ?> map ? map : Map.of();
        return new ErrorBody(
                cut(message(root, nested).orElse("")),
                root.get("message") instanceof List<?> list
                        ? texts(list)
                        : nested.get("message") instanceof List<?> list ? texts(list) : List.of(),
                first(Stream.of(text(root.get("canonicalCode")), text(nested.get("code")), text(root.get("code")))),
                first(Stream.of(text(root.get("traceId")), text(nested.get("traceId")))),
                text(nested.get("resolution")),
                ids(root, nested));
    }

    private static Optional<String> message(Map<String, Object> root, Map<?, ?> nested) {
        Optional<String> error = text(root.get("error"));
        Optional<String> description = text(root.get("error_description"));
        Optional<String> both = error.flatMap(head -> description.map(tail -> head + ": " + tail));
        return first(Stream.of(
                text(root.get("message")),
                both,
                error,
                text(nested.get("message")),
                description,
                text(root.get("detail"))));
    }

    private static Map<String, String> ids(Map<String, Object> root, Map<?, ?> nested) {
        var ids = new LinkedHashMap<String, String>();
        root.forEach((name, value) -> {
            if (name.equals("id") || (name.endsWith("Id") && !name.equals("traceId"))) {
                text(value).ifPresent(id -> ids.put(name, id));
            }
        });
        below("meta", root.get("meta"), ids);
        below("details", nested.get("details"), ids);
        return ids;
    }

    private static void below(String key, @Nullable Object value, Map<String, String> ids) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> text(item).ifPresent(text -> ids.put(key + "." + name, text)));
        }
    }

    /** An empty text or an empty array counts as absent. */
    private static Optional<String> text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<String> texts = texts(list);
            return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", texts));
        }
        if (value instanceof String || value instanceof Number) {
            return Optional.of(value.toString().strip()).filter(text -> !text.isEmpty());
        }
        return Optional.empty();
    }

    private static List<String> texts(List<?> list) {
        var texts = new ArrayList<String>();
        list.forEach(item ->
                text(item instanceof Map<?, ?> map ? map.get("message") : item).ifPresent(texts::add));
        return List.copyOf(texts);
    }

    /** A page of a proxy in front of the vendor, or a plain text. */
    private static String plain(String raw) {
        return cut(TAGS.matcher(raw.length() <= READ ? raw : raw.substring(0, READ))
                .replaceAll(" ")
                .replace("\uFEFF", "")
                .replaceAll("\\s+", " ")
                .strip());
    }

    /** Between words: half an e-mail address is not recognised as one when it is masked. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int word = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, word > 0 ? word : LONGEST) + "...";
    }

    private static Optional<String> first(Stream<Optional<String>> candidates) {
        return candidates.flatMap(Optional::stream).findFirst();
    }
}
