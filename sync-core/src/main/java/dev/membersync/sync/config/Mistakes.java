package dev.membersync.sync.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Collects mistakes, so that all of them are told at once. */
final class Mistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(int line, String key, String message) {
        Mistake mistake = new Mistake(OptionalInt.of(line), key, message);
        if (!found.contains(mistake)) {
            found.add(mistake);
        }
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
