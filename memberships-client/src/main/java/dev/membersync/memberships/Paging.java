package dev.membersync.memberships;

import dev.membersync.client.Cursor;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * How a list is asked for in pages: data of a {@link MembershipsProfile}. A page with fewer rows than asked for is the
 * last one, unless a total in the reply says that there are more; an empty page always is.
 *
 * <p>The pages about the STANDARD contract contradict each other, so this is a setting (memberships-api.md 3); a server
 * that ignores the parameters is recognised by its second page being the first one again.
 *
 * @param style     which number goes out
 * @param at        name of the query parameter that says where the page starts; unused for {@link Style#NONE}
 * @param first     the number of the first page; unused for the other styles
 * @param size      name of the query parameter that says how many rows are wanted; unused for {@link Style#NONE}
 * @param rows      how many rows are wanted, at least 1
 */
public record Paging(Style style, String at, int first, String size, int rows) {

    /** Which number says where a page starts. */
    public enum Style {
        /** None: the list comes in one reply. */
        NONE,
        /** The number of the page. */
        PAGE_LIMIT,
        /** The number of rows before the page. */
        LIMIT_OFFSET
    }

    /** Refuses a page without rows. */
    public Paging {
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(size, "size");
        if (rows < 1) {
            throw new IllegalArgumentException("a page needs at least one row, not " + rows);
        }
    }

    /** The list comes in one reply; nothing is asked for. */
    public static Paging none() {
        return new Paging(Style.NONE, "", 0, "", Integer.MAX_VALUE);
    }

    /** {@code page} from 1 and {@code limit}, the default of STANDARD with 100 rows. */
    public static Paging pageAndLimit(int rows) {
        return new Paging(Style.PAGE_LIMIT, "page", 1, "limit", rows);
    }

    /** {@code limit} and {@code offset} from 0. */
    public static Paging limitAndOffset(int rows) {
        return new Paging(Style.LIMIT_OFFSET, "offset", 0, "limit", rows);
    }

    /** Says where the page of this cursor starts. */
    void ask(Cursor cursor, BiConsumer<String, Object> query) {
        switch (style) {
            case NONE -> {}
            case PAGE_LIMIT -> {
                query.accept(at, first + cursor.number());
                query.accept(size, rows);
            }
            case LIMIT_OFFSET -> {
                query.accept(size, rows);
                query.accept(at, cursor.seen());
            }
        }
    }

    /** What fetches the page after one that held this many rows; empty when it was the last. */
    Optional<String> after(Cursor cursor, int held, OptionalLong total) {
        long seen = cursor.seen() + held;
        boolean more = total.isPresent() ? seen < total.getAsLong() : held >= rows;
        return style != Style.NONE && held > 0 && more ? Optional.of(Long.toString(seen)) : Optional.empty();
    }
}
