package dev.membersync.sync.policy;

import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.WhiteSpace;
import dev.membersync.sync.text.WordTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * What each membership status means for a registration, looked up whatever the word's case. A word without a row means
 * what {@link #otherwise()} says and is asked about once, not once for each member. Immutable and thread-safe.
 */
public final class Statuses {
    /** The status of a record that is none of a member's; see {@link #action}. */
    public static final String OUTSIDE = "not_a_member";

    private static final String ANY = "*";

    private final WordTable<Entry<String, StatusAction>> table;
    private final StatusAction otherwise;
    private final boolean indifferent;

    private Statuses(WordTable<Entry<String, StatusAction>> table, StatusAction otherwise, boolean indifferent) {
        this.table = table;
        this.otherwise = otherwise;
        this.indifferent = indifferent;
    }

    /** No word matters: every one, known or not, keeps what is there and is never asked about. */
    public static Statuses indifferent() {
        return new Statuses(
                WordTable.of(List.<Entry<String, StatusAction>>of(), Entry::getKey), StatusAction.KEEP, true);
    }

    /** The standard table: {@code active: register, inactive: keep}; every other word keeps. */
    public static Statuses standard() {
        return of(Map.of("active", StatusAction.REGISTER, "inactive", StatusAction.KEEP));
    }

    /**
     * A table of these rows. The row {@code *} says what a word without a row means, default
     * {@link StatusAction#KEEP}; such a word stays unknown.
     *
     * @throws IllegalArgumentException when a word is blank, or two differ in case or white space only
     */
    public static Statuses of(Map<String, StatusAction> rows) {
        checkOutside(rows);
        List<Entry<String, StatusAction>> words = new ArrayList<>();
        rows.forEach((word, action) -> {
            if (!word.equals(ANY)) {
                words.add(Map.entry(word, action));
            }
        });
        WordTable<Entry<String, StatusAction>> table = WordTable.of(words, Entry::getKey);
        words.forEach(row -> checkWord(row.getKey(), table));
        return new Statuses(table, rows.getOrDefault(ANY, StatusAction.KEEP), false);
    }

    /**
     * A table of words on both sides, as a file has it.
     *
     * @throws IllegalArgumentException as {@link #of} and {@link StatusAction#parse} do; the message names the row
     */
    public static Statuses parse(Map<String, String> rows) {
        Map<String, StatusAction> actions = new LinkedHashMap<>();
        rows.forEach((word, action) -> {
            try {
                actions.put(word, StatusAction.parse(action));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("statuses: " + word + ": " + e.getMessage(), e);
            }
        });
        return of(actions);
    }

    /**
     * What this status means; a member without a status keeps what it has, and so does one whose status is not seen.
     * {@link #OUTSIDE} keeps too unless it has a row, whatever the row {@code *} says: who is no member is not registered.
     */
    public StatusAction action(Value status) {
        Optional<String> word = status.text().filter(text -> !isBlank(text));
        return word.map(this::action).orElse(StatusAction.KEEP);
    }

    private StatusAction action(String word) {
        return row(word).orElse(word.equals(OUTSIDE) ? StatusAction.KEEP : otherwise);
    }

    /** True when the table has a row for this word, or needs none, or it is {@link #OUTSIDE}. The row {@code *} is not one. */
    public boolean isKnown(String word) {
        return indifferent || row(word).isPresent() || word.equals(OUTSIDE);
    }

    /** What a word without a row means. */
    public StatusAction otherwise() {
        return otherwise;
    }

    /** The words that have a row. */
    public List<String> words() {
        return table.words();
    }

    private Optional<StatusAction> row(String word) {
        return table.find(word).stream().findFirst().map(Entry::getValue);
    }

    private static void checkOutside(Map<String, StatusAction> rows) {
        boolean registers = rows.entrySet().stream()
                .anyMatch(row -> WhiteSpace.trimmed(row.getKey()).equalsIgnoreCase(OUTSIDE)
                        && row.getValue() == StatusAction.REGISTER);
        if (registers) {
            throw new IllegalArgumentException("statuses: " + OUTSIDE + " is the status of people who are no members;"
                    + " they are never registered: write keep, flag, review or remove");
        }
    }

    private static void checkWord(String word, WordTable<Entry<String, StatusAction>> table) {
        if (isBlank(word)) {
            throw new IllegalArgumentException("statuses: a row has no word before the colon");
        }
        if (!table.isUnique(word)) {
            throw new IllegalArgumentException(
                    "statuses: \"" + word + "\" has two rows; case and white space do not tell them apart");
        }
    }

    private static boolean isBlank(String word) {
        return WhiteSpace.trimmed(word).isEmpty();
    }
}
