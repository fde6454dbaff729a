package dev.membersync.memberships.profile;

import dev.membersync.client.Cursor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * How a list is asked for in pages: data of a {@link Route}. A page with fewer rows than asked for is the last one,
 * unless a total in the reply says that there are more; an empty page always is.
 *
 * <p>The pages about the STANDARD contract contradict each other, so this is a setting (memberships-api.md 3); a server
 * that ignores the parameters is recognised by its second page being the first one again.
 *
 * @param style     which number or mark goes out
 * @param at        name of the parameter that says where the page starts; unused for {@link Style#NONE}
 * @param first     the number of the first page; unused for the other styles
 * @param size      name of the parameter that says how many rows are wanted; unused for {@link Style#NONE}
 * @param rows      how many rows are wanted, at least 1
 */
public record Paging(Style style, String at, int first, String size, int rows) {

    /** What says where a page starts. */
    public enum Style {
        /** Nothing: the list comes in one reply. */
        NONE,
        /** The number of the page. */
        PAGE_LIMIT,
        /** The number of rows before the page. */
        LIMIT_OFFSET,
        /** The number of rows before the page; both numbers are texts, which matters in a JSON body. */
        TEXT_OFFSET,
        /** The mark that the last row of the page before carries under the name of the parameter. */
        ROW_MARK,
        /** Several marks beside the rows of the page before, named as the parameters are, below {@code meta}. */
        KEYSET,
        /** A token beside the rows of the page before, {@code pagination.nextPageToken}. */
        PAGE_TOKEN
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

    /** {@code skip} and {@code limit} from 0, written as texts. */
    public static Paging skipAndLimit(int rows) {
        return new Paging(Style.TEXT_OFFSET, "skip", 0, "limit", rows);
    }

    /** The same way with another number of rows. */
    public Paging rows(int number) {
        return new Paging(style, at, first, size, number);
    }

    /** Whether a page says by a mark, not by a number, where the next one begins. */
    public boolean marked() {
        return style == Style.ROW_MARK || style == Style.KEYSET || style == Style.PAGE_TOKEN;
    }

    /** The parameters that carry marks. */
    public List<String> marks() {
        return List.of(at.split(","));
    }

    /** Says where the page of this cursor starts, unless that is a mark. */
    public void ask(Cursor cursor, BiConsumer<String, Object> parameter) {
        switch (style) {
            case NONE -> {}
            case PAGE_LIMIT -> {
                parameter.accept(at, first + cursor.number());
                parameter.accept(size, rows);
            }
            case LIMIT_OFFSET -> {
                parameter.accept(size, rows);
                parameter.accept(at, cursor.seen());
            }
            case TEXT_OFFSET -> {
                parameter.accept(size, Integer.toString(rows));
                parameter.accept(at, Long.toString(cursor.seen()));
            }
            case ROW_MARK, KEYSET, PAGE_TOKEN -> parameter.accept(size, rows);
        }
    }

    /**
     * Whether another page follows one that held this many rows. A total may lag behind rows that are added, so a full
     * page of a marked list is followed by another whatever the total says.
     */
    public boolean goesOn(Cursor cursor, int held, OptionalLong total) {
        if (style == Style.NONE || held == 0) {
            return false;
        }
        boolean full = held >= rows;
        boolean owed = total.isPresent() && cursor.seen() + held < total.getAsLong();
        boolean fullMeansMore = marked() || total.isEmpty();
        return owed || (full && fullMeansMore);
    }

    /** What fetches the page after one that held this many rows, by number; empty when it was the last. */
    public Optional<String> after(Cursor cursor, int held, OptionalLong total) {
        return goesOn(cursor, held, total) ? Optional.of(Long.toString(cursor.seen() + held)) : Optional.empty();
    }
}
