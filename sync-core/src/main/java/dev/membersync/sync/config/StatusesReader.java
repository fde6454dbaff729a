package dev.membersync.sync.config;

import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code statuses}, the table of what a member's status means. */
final class StatusesReader {
    private StatusesReader() {}

    static Statuses read(Section section) {
        Section table = section.section("statuses");
        table.rowsOf(SchemaTypes.words(
                Arrays.stream(StatusAction.values()).map(StatusAction::word).toList()));
        Map<String, String> rows = new LinkedHashMap<>();
        table.rows().forEach((word, action) -> {
            try {
                Statuses.parse(Map.of(word, action.value()));
                rows.put(word, action.value());
            } catch (IllegalArgumentException e) {
                table.mistake(word, withoutPlace(e, word));
            }
        });
        try {
            return rows.isEmpty() ? Statuses.standard() : Statuses.parse(rows);
        } catch (IllegalArgumentException e) {
            section.mistake("statuses", withoutPlace(e, ""));
            return Statuses.standard();
        }
    }

    private static String withoutPlace(IllegalArgumentException refusal, String word) {
        String message = String.valueOf(refusal.getMessage());
        for (String place : List.of("statuses: " + word + ": ", "statuses: ")) {
            if (message.startsWith(place)) {
                return message.substring(place.length());
            }
        }
        return message;
    }
}
