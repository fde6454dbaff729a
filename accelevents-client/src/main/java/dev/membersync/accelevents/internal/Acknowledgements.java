package dev.membersync.accelevents.internal;

import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.client.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what writes answer that return no record. */
public final class Acknowledgements {
    private Acknowledgements() {}

    /** An empty body and a bare id are successes too; what is no JSON object comes from a gateway. */
    public static Acknowledgement read(byte[] body) {
        if (text(body).matches("\\d*")) {
            return new Acknowledgement("", text(body));
        }
        return Json.object(body, root -> {
            var answer = root.anyCase();
            return new Acknowledgement(
                    answer.text("type").orElse(""), answer.text("message").orElse(""));
        });
    }

    /** The id of something new: a bare number (SPEC), or an object that has it under one of the names, alone or within {@code data}. */
    public static long id(byte[] body, String name, String... others) {
        var text = text(body);
        return text.matches("\\d{1,18}") && Long.parseLong(text) > 0
                ? Long.parseLong(text)
                : Json.row(body, List.of("data"), row -> Ids.number(row, name, others));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).strip();
    }
}
