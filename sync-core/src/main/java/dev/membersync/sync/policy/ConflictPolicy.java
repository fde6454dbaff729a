package dev.membersync.sync.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * Says which side wins a field that changed on both. Pure and thread-safe. Policies are composed from the outside in:
 *
 * <pre>{@code
 * ConflictPolicy policy = ConflictPolicy.review()
 *         .orNewest(Duration.ofMinutes(5))
 *         .forField("status", ConflictPolicy.leftWins());
 * }</pre>
 */
@FunctionalInterface
public interface ConflictPolicy {
    /** Who wins. */
    enum Resolution {
        /** The Memberships side. */
        LEFT,
        /** Accelevents. */
        RIGHT,
        /** A person decides; the other fields flow. */
        REVIEW
    }

    /** Resolves one conflict. */
    Resolution resolve(FieldConflict conflict);

    /** The Memberships side always wins. */
    static ConflictPolicy leftWins() {
        return conflict -> Resolution.LEFT;
    }

    /** Accelevents always wins. */
    static ConflictPolicy rightWins() {
        return conflict -> Resolution.RIGHT;
    }

    /** A person always decides. */
    static ConflictPolicy review() {
        return conflict -> Resolution.REVIEW;
    }

    /** This policy, but another one for the field with this name. */
    default ConflictPolicy forField(String field, ConflictPolicy other) {
        return conflict -> conflict.field().equals(field) ? other.resolve(conflict) : resolve(conflict);
    }

    /**
     * The later change wins when both sides say when they changed and the times differ by more than {@code tolerance};
     * else this policy decides. Each side's clock is its own, so a tolerance below the clocks' error is a coin toss.
     */
    default ConflictPolicy orNewest(Duration tolerance) {
        return conflict -> {
            if (conflict.leftChangedAt().isEmpty() || conflict.rightChangedAt().isEmpty()) {
                return resolve(conflict);
            }
            Instant left = conflict.leftChangedAt().get();
            Instant right = conflict.rightChangedAt().get();
            if (Duration.between(left, right).abs().compareTo(tolerance) <= 0) {
                return resolve(conflict);
            }
            return left.isAfter(right) ? Resolution.LEFT : Resolution.RIGHT;
        };
    }
}
