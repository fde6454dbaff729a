package dev.membersync.sync.mapping;

import dev.membersync.sync.text.Unicode;
import java.util.List;
import java.util.Set;

/** The small words with which last names begin. */
final class Particles {
    private static final Set<String> IN_ANY_CASE = Set.of(
            "van", "von", "vom", "vander", "vanden", "der", "den", "de", "del", "della", "dei", "degli", "da", "das",
            "dos", "di", "du", "des", "la", "las", "los", "af", "av", "zu", "zum", "zur", "ten", "ter", "tot", "op",
            "'t", "\u2019t", "bin", "bint", "ibn", "abu", "al", "el", "ní", "nic", "ó", "ua", "st.");

    /** Given names as well when they have a capital: Ben, Le, Do, San, Lo. */
    private static final Set<String> IN_LOWER_CASE = Set.of("ben", "le", "do", "san", "lo");

    private static final Set<String> JOINING = Set.of("e", "y", "i");

    private Particles() {}

    /** The index of the word at which the last name begins; at least 1. There are at least two words. */
    static int lastNameBegins(List<String> words) {
        for (int at = 1; at < words.size() - 1; at++) {
            String word = words.get(at);
            if (JOINING.contains(word)) {
                // Ortega y Gasset: the word before belongs to the last name too, unless it is all there is before.
                return Math.max(1, at - 1);
            }
            if (IN_LOWER_CASE.contains(word) || IN_ANY_CASE.contains(Unicode.lowerCase(word))) {
                return at;
            }
        }
        return words.size() - 1;
    }
}
