package dev.membersync.eventops.pricing;

import java.util.Arrays;
import java.util.Optional;

/** How two values are compared. */
public enum Comparison {
    /** Equal. */
    IS("is"),
    /** Not equal. */
    IS_NOT("not"),
    /** Smaller, or earlier. */
    BELOW("below"),
    /** Not above. */
    AT_MOST("atMost"),
    /** Greater, or later. */
    ABOVE("above"),
    /** Not below. */
    AT_LEAST("atLeast");

    private final String word;

    Comparison(String word) {
        this.word = word;
    }

    /** The name in texts and data. */
    public String word() {
        return word;
    }

    static Optional<Comparison> of(String word) {
        return Arrays.stream(values()).filter(known -> known.word.equals(word)).findFirst();
    }

    boolean holds(int order) {
        return switch (this) {
            case IS -> order == 0;
            case IS_NOT -> order != 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
