package dev.membersync.sync.config;

import java.util.OptionalInt;

/**
 * One mistake in a configuration.
 *
 * @param line the line in the file, from one; empty when it is about the file as a whole
 * @param key the path of the key, such as {@code workflows[0].guards.creates}; empty when there is none
 * @param message what is wrong and what to do; never the value of a secret
 */
public record Mistake(OptionalInt line, String key, String message) {
    /** One line for people. */
    @Override
    public String toString() {
        String at = line.isPresent() ? "line " + line.getAsInt() : "";
        String place = at + (at.isEmpty() || key.isEmpty() ? "" : ", ") + key;
        return place.isEmpty() ? message : place + ": " + message;
    }
}
