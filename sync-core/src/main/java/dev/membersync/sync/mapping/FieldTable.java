package dev.membersync.sync.mapping;

import dev.membersync.sync.text.WordTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * A table of values: a word of one side, and what it is on the other. Words are found as written, else whatever their
 * case. The row {@code *} is for all others; {@code *: review}, as without such a row, a person decides about them.
 * Immutable and thread-safe.
 */
final class FieldTable {
    static final String ANY = "*";
    static final String REVIEW = "review";

    private final Map<String, String> rows;
    private final WordTable<Entry<String, String>> from;
    private final WordTable<Entry<String, String>> to;

    private FieldTable(Map<String, String> rows) {
        this.rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        List<Entry<String, String>> words = this.rows.entrySet().stream()
                .filter(row -> !row.getKey().equals(ANY))
                .toList();
        this.from = WordTable.of(words, Entry::getKey);
        this.to = WordTable.of(words, Entry::getValue);
    }

    static FieldTable of(Map<String, String> rows) {
        FieldTable table = new FieldTable(rows);
        if (rows.isEmpty()) {
            throw new MappingException("a table needs a row");
        }
        table.from.words().stream()
                .filter(word -> !table.from.isUnique(word))
                .findFirst()
                .ifPresent(word -> {
                    throw new MappingException("the table has two rows for \"" + word + "\"");
                });
        return table;
    }

    /** What a word is on the other side. */
    Optional<String> find(String word) {
        List<Entry<String, String>> found = from.find(word);
        return found.size() == 1 ? Optional.of(found.get(0).getValue()) : otherwise();
    }

    /** The word that means this on the other side; the inverse of {@link #find} in a table that is one to one. */
    Optional<String> inverse(String word) {
        List<Entry<String, String>> found = to.find(word);
        return found.size() == 1 ? Optional.of(found.get(0).getKey()) : Optional.empty();
    }

    /** A word of the side translated to, in the table's own spelling. */
    String spelledTo(String word) {
        return to.find(word).stream().findFirst().map(Entry::getValue).orElse(word);
    }

    /** A word of the side translated from, likewise. */
    String spelledFrom(String word) {
        return from.find(word).stream().findFirst().map(Entry::getKey).orElse(word);
    }

    private Optional<String> otherwise() {
        return Optional.ofNullable(rows.get(ANY)).filter(word -> !word.equals(REVIEW));
    }

    /** True when every word has one meaning in both directions. */
    boolean isOneToOne() {
        return otherwise().isEmpty()
                && to.words().stream().allMatch(to::isUnique)
                && from.words().stream().allMatch(from::isUnique);
    }

    /** The words to translate from. */
    List<String> words() {
        return from.words();
    }

    Map<String, String> rows() {
        return rows;
    }
}
