package dev.membersync.sync.store;

import java.time.Instant;

/**
 * A member whose work was given up. It is tried again by itself when the member changes.
 *
 * @param userId the member
 * @param kind the class of the failure
 * @param why what happened and what to do, for people, without values
 * @param attempts how often it was tried
 * @param at when it was given up
 */
public record DeadLetter(String userId, String kind, String why, int attempts, Instant at) {
    /** The kind of a letter that a person has dropped: it is kept, so that the member waits for a change, and not listed. */
    public static final String DROPPED = "DROPPED";

    /** What to do about it, for people. */
    public String nextStep() {
        return switch (kind) {
            case "REFUSED" -> "change the member, or what refuses him at the event; then replay";
            case DROPPED -> "nothing: a person dropped it";
            default -> "correct what the reason names; it is tried again when the member changes, or replay it";
        };
    }
}
