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
 * @param kept entries that no field asks for, by section ({@code attributes}, {@code questions}, {@code nestedQuestions}), as they were stored; any JSON
 */
public record FakeHolderRecord(String seatNumber, Map<String, List<Object>> kept) {
    /** A record that has nothing. */
    public static final FakeHolderRecord EMPTY = new FakeHolderRecord("", Map.of());

    /** Copies the entries. */
    public FakeHolderRecord {
        Map<String, List<Object>> copy = new LinkedHashMap<>();
        kept.forEach((section, entries) -> copy.put(section, Collections.unmodifiableList(new ArrayList<>(entries))));
        kept = Collections.unmodifiableMap(copy);
    }

    /** The entries of a section. */
    public List<Object> kept(String section) {
        return kept.getOrDefault(section, List.of());
    }

    FakeHolderRecord with(String section, Object entry) {
        Map<String, List<Object>> more = new LinkedHashMap<>(kept);
        List<Object> entries = new ArrayList<>(kept(section));
        entries.add(entry);
        more.put(section, entries);
        return new FakeHolderRecord(seatNumber, more);
    }

    FakeHolderRecord at(String seat) {
        return new FakeHolderRecord(seat, kept);
    }
}
