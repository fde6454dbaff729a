package dev.membersync.sync.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Collects mistakes, so that all of them are told at once. */
final class Mistakes {
    private static final List<String> MISSING = List.of("this key is missing", "there is no workflow");

    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(int line, String key, String message) {
        Mistake mistake = new Mistake(OptionalInt.of(line), key, message);
        if (!found.contains(mistake) && !follows(mistake)) {
            found.add(mistake);
        }
    }

    /** What is missing because something there, or the table around it, could not be read is no mistake of its own. */
    private boolean follows(Mistake mistake) {
        boolean missing = MISSING.stream().anyMatch(mistake.message()::startsWith);
        return missing
                && found.stream()
                        .filter(other -> !other.message().startsWith("unknown key"))
                        .anyMatch(other -> mistake.key().equals(other.key())
                                || mistake.key().startsWith(other.key() + "."));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigException(
                    file,
                    found.stream()
                            .sorted(Comparator.comparingInt(
                                    mistake -> mistake.line().orElse(0)))
                            .toList());
        }
    }
}
