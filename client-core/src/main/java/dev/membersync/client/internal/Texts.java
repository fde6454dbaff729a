package dev.membersync.client.internal;

import java.util.Objects;

/** The one check that the values of all clients share. */
public final class Texts {

    private Texts() {}

    /** Gives the text back, or refuses a blank one by the name of its component; the message never echoes the text. */
    public static String required(String name, String text) {
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
