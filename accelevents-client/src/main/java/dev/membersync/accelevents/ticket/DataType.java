package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row is a ticket or an add-on: an open word, so that one the vendor adds later is carried, not refused.
 *
 * <p>Two words are equal without regard to case, blanks, underscores and hyphens; {@link #value()} is the text as it came. Source: vendor pages (DOC).
 */
public record DataType(String value) {
    /** A ticket. */
    public static final DataType TICKET = new DataType("TICKET");

    /** Something sold beside tickets. */
    public static final DataType ADDON = new DataType("ADDON");

    private static final Set<DataType> KNOWN = Set.of(TICKET, ADDON);

    public DataType {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is one of the words listed here; false for an empty one. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataType that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
