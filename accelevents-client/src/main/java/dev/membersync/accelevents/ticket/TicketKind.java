package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a ticket type costs something: an open word, so that one the vendor adds later is carried, not refused.
 *
 * <p>Two words are equal without regard to case, blanks, underscores and hyphens; {@link #value()} is the text as it came. Source: ticket settings page (DOC).
 */
public record TicketKind(String value) {
    /** No price. */
    public static final TicketKind FREE = new TicketKind("FREE");

    /** A fixed price. */
    public static final TicketKind PAID = new TicketKind("PAID");

    /** The buyer chooses the price. */
    public static final TicketKind DONATION = new TicketKind("DONATION");

    private static final Set<TicketKind> KNOWN = Set.of(FREE, PAID, DONATION);

    public TicketKind {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is one of the words listed here; false for an empty one. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TicketKind that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
