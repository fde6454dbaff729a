package dev.membersync.sync.config;

import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code statuses}, the table of what a member's status means. */
final class StatusesReader {
    private StatusesReader() {}

    static Statuses read(Section section) {
        return read(section, Statuses.standard(), List.of(StatusAction.values()), "");
    }

    /**
     * A table in which a status means one of these actions.
     *
     * @param otherwise what counts when there is no table
     * @param why why it means no other one, and what to write
     */
    static Statuses read(Section section, Statuses otherwise, List<StatusAction> actions, String why) {
        Section table = section.section("statuses");
        table.rowsOf(SchemaTypes.words(actions.stream().map(StatusAction::word).toList()));
        Map<String, String> rows = new LinkedHashMap<>();
        table.rows().forEach((word, action) -> {
            try {
                Statuses.parse(Map.of(word, action.value()));
                if (actions.contains(StatusAction.parse(action.value()))) {
                    rows.put(word, action.value());
                } else {
                    table.mistake(word, why);
                }
            } catch (IllegalArgumentException e) {
                table.mistake(word, withoutPlace(e, word));
            }
        });
        try {
            return rows.isEmpty() ? otherwise : Statuses.parse(rows);
        } catch (IllegalArgumentException e) {
            section.mistake("statuses", withoutPlace(e, ""));
            return otherwise;
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
