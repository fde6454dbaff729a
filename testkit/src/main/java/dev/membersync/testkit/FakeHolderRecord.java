package dev.membersync.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a holder's record has besides answers to fields of the form.
 *
 * @param seatNumber the seat, or an empty text
 * @param kept entries by section ({@code attributes}, {@code questions}, {@code nestedQuestions}), as they were stored; any JSON. One with the name of a field of the form
 *     adds its other keys to the row of that field
 * @param more fields at the top of the record that nobody documents; any JSON
 */
public record FakeHolderRecord(String seatNumber, Map<String, List<Object>> kept, Map<String, Object> more) {
    /** A record that has nothing. */
    public static final FakeHolderRecord EMPTY = new FakeHolderRecord("", Map.of(), Map.of());

    /** Copies the entries. */
    public FakeHolderRecord {
        Map<String, List<Object>> copy = new LinkedHashMap<>();
        kept.forEach((section, entries) -> copy.put(section, Collections.unmodifiableList(new ArrayList<>(entries))));
        kept = Collections.unmodifiableMap(copy);
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** The entries of a section. */
    public List<Object> kept(String section) {
        return kept.getOrDefault(section, List.of());
    }

    FakeHolderRecord with(String section, Object entry) {
        Map<String, List<Object>> next = new LinkedHashMap<>(kept);
        List<Object> entries = new ArrayList<>(kept(section));
        entries.add(entry);
        next.put(section, entries);
        return new FakeHolderRecord(seatNumber, next, more);
    }

    FakeHolderRecord with(Map<String, Object> fields) {
        Map<String, Object> next = new LinkedHashMap<>(more);
        next.putAll(fields);
        return new FakeHolderRecord(seatNumber, kept, next);
    }

    FakeHolderRecord at(String seat) {
        return new FakeHolderRecord(seat, kept, more);
    }
}
