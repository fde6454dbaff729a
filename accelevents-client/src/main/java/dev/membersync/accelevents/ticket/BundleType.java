package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a ticket admits one person or a group: an open word, so that one the vendor adds later is carried, not refused.
 *
 * <p>Two words are equal without regard to case, blanks, underscores and hyphens; {@link #value()} is the text as it came. Source: vendor pages (DOC).
 */
public record BundleType(String value) {
    /** One person. */
    public static final BundleType INDIVIDUAL_TICKET = new BundleType("INDIVIDUAL_TICKET");

    /** A table. */
    public static final BundleType TABLE = new BundleType("TABLE");

    /** A sponsor. */
    public static final BundleType SPONSOR = new BundleType("SPONSOR");

    /** A block of seats. */
    public static final BundleType BLOCK = new BundleType("BLOCK");

    private static final Set<BundleType> KNOWN = Set.of(INDIVIDUAL_TICKET, TABLE, SPONSOR, BLOCK);

    public BundleType {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is one of the words listed here; false for an empty one. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BundleType that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
