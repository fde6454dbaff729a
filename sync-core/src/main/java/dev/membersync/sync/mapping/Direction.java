package dev.membersync.sync.mapping;

/** Which way a field flows. Left is the Memberships side, right is Accelevents. */
public enum Direction {
    /** From the member to the registration only. */
    LEFT_TO_RIGHT("toAccelevents"),
    /** From the registration to the member only. */
    RIGHT_TO_LEFT("toMember"),
    /** Both ways, merged against the last agreed value. */
    BOTH("both");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** The word for it in a configuration and in documents. */
    public String word() {
        return word;
    }
}
