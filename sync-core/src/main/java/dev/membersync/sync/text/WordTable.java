package dev.membersync.sync.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Entries found by a word that people type: without white space at its ends and in normal form C; as written first, else
 * whatever its case. Several entries may have one word. Immutable and thread-safe.
 *
 * @param <T> what is found
 */
public final class WordTable<T> {
    private final Map<String, List<T>> exact = new LinkedHashMap<>();
    private final Map<String, List<T>> folded = new LinkedHashMap<>();

    private WordTable() {}

    /** A table of these entries, each under its word. */
    public static <T> WordTable<T> of(Iterable<? extends T> entries, Function<? super T, String> word) {
        WordTable<T> table = new WordTable<>();
        for (T entry : entries) {
            String clean = clean(word.apply(entry));
            table.exact.computeIfAbsent(clean, key -> new ArrayList<>()).add(entry);
            table.folded
                    .computeIfAbsent(Unicode.lowerCase(clean), key -> new ArrayList<>())
                    .add(entry);
        }
        return table;
    }

    /** The entries with this word as written; when there are none, those with it in another case. */
    public List<T> find(String word) {
        String clean = clean(word);
        List<T> asWritten = exact.get(clean);
        return Collections.unmodifiableList(
                asWritten != null ? asWritten : folded.getOrDefault(Unicode.lowerCase(clean), List.of()));
    }

    /** True when one entry at most has this word in any case. */
    public boolean isUnique(String word) {
        return folded.getOrDefault(Unicode.lowerCase(clean(word)), List.of()).size() <= 1;
    }

    /** The words, cleaned, in the order of the entries. */
    public List<String> words() {
        return List.copyOf(exact.keySet());
    }

    private static String clean(String word) {
        return WhiteSpace.trimmed(Unicode.nfc(word));
    }
}
