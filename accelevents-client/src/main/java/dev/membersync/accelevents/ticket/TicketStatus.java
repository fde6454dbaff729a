package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an issued ticket stands: an open word, so that one the vendor adds later is carried, not refused.
 *
 * <p>Two words are equal without regard to case, blanks, underscores and hyphens; {@link #value()} is the text as it came. Source: third-party fixtures (FIX) and the 2017 display values (OLD).
 */
public record TicketStatus(String value) {
    /** Valid, not used yet. */
    public static final TicketStatus BOOKED = new TicketStatus("BOOKED");

    /** Used at the door. */
    public static final TicketStatus CHECKED_IN = new TicketStatus("CHECKED_IN");

    /** No longer valid. */
    public static final TicketStatus CANCELED = new TicketStatus("CANCELED");

    /** Deleted by the organiser. */
    public static final TicketStatus DELETED = new TicketStatus("DELETED");

    private static final Set<TicketStatus> KNOWN = Set.of(BOOKED, CHECKED_IN, CANCELED, DELETED);

    public TicketStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is one of the words listed here; false for an empty one. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TicketStatus that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
