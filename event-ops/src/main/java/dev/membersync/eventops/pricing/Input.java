package dev.membersync.eventops.pricing;

import java.time.Duration;

/**
 * One thing that a condition looks at.
 *
 * @param kind what
 * @param argument the window of {@code velocity} such as {@code 24h}, the plan of {@code activeMembers}, else empty
 */
public record Input(InputKind kind, String argument) {
    private static final Duration SHORTEST = Duration.ofHours(1);

    /** The longest window of a velocity: 7 days. */
    static final Duration LONGEST = Duration.ofDays(7);

    /** Refuses an argument that is missing, not understood, or given to a kind without one. */
    public Input {
        switch (kind) {
            case VELOCITY -> {
                Duration window = Spans.read(argument);
                Checks.check(
                        window.compareTo(SHORTEST) >= 0 && window.compareTo(LONGEST) <= 0,
                        "the window of velocity is from 1h to 7d");
            }
            case ACTIVE_MEMBERS -> Checks.check(!argument.isBlank(), "activeMembers needs a plan: activeMembers(gold)");
            default -> Checks.check(argument.isEmpty(), kind.word() + " takes no argument");
        }
    }

    /** An input without an argument. */
    public static Input of(InputKind kind) {
        return new Input(kind, "");
    }

    /** Reads {@code sold}, {@code velocity(24h)} or {@code activeMembers(gold)}. */
    public static Input parse(String text) {
        int open = text.indexOf('(');
        boolean closed = open > 0 && text.endsWith(")");
        String word = closed ? text.substring(0, open) : text;
        InputKind kind = InputKind.of(word.strip())
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no input " + word + "; see the list of inputs"));
        return new Input(
                kind, closed ? text.substring(open + 1, text.length() - 1).strip() : "");
    }

    Duration window() {
        return Spans.read(argument);
    }

    @Override
    public String toString() {
        return argument.isEmpty() ? kind.word() : kind.word() + "(" + argument + ")";
    }
}
