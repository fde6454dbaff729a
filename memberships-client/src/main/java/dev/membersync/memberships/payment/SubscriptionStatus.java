package dev.membersync.memberships.payment;

import java.util.Objects;

/**
 * The status of a subscription: an open enumeration. The vendor lists none; the constant is the one of its example (SPEC).
 *
 * @param value the text on the wire; an empty one is a value too
 */
public record SubscriptionStatus(String value) {

    /** It is in force. */
    public static final SubscriptionStatus ACTIVE = new SubscriptionStatus("active");

    /** Refuses {@code null}. */
    public SubscriptionStatus {
        Objects.requireNonNull(value, "value");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
