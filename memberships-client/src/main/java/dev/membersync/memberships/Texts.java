package dev.membersync.memberships;

import java.util.Objects;

/** The one check that all values of this package share. */
final class Texts {

    private Texts() {}

    /** Gives the text back, or refuses a blank one by the name of its component; the message never echoes the text. */
    static String required(String name, String text) {
        Objects.requireNonNull(text, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must not contain control characters");
        }
        return text;
    }
}
