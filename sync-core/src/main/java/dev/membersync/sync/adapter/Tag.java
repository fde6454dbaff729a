package dev.membersync.sync.adapter;

import java.util.Optional;

/** Our tag in an order note: what lets a lost store be rebuilt. */
public final class Tag {
    private static final String PREFIX = "membersync:";

    private Tag() {}

    /** The note of an order for this member. */
    public static String note(String userId) {
        return PREFIX + userId;
    }

    /** The member that a note names. */
    public static Optional<String> userId(String note) {
        String text = note.strip();
        return text.startsWith(PREFIX) && text.length() > PREFIX.length()
                ? Optional.of(text.substring(PREFIX.length()))
                : Optional.empty();
    }
}
