package dev.membersync.client.internal;

import java.util.Map;
import java.util.Set;

/** Shows what is listed and masks the rest. */
final class Redactor {
    private final Set<String> shownQuery;

    Redactor(Set<String> shownQuery) {
        this.shownQuery = Set.copyOf(shownQuery);
    }

    /** The query as {@code ?page=1&email=***}; empty without one. */
    String query(Iterable<Map.Entry<String, String>> query) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> entry : query) {
            text.append(text.length() == 0 ? '?' : '&').append(entry.getKey()).append('=');
            text.append(shownQuery.contains(entry.getKey()) ? entry.getValue() : "***");
        }
        return text.toString();
    }
}
