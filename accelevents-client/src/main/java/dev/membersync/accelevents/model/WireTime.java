package dev.membersync.accelevents.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * A date and time as the vendor printed it, beside what it means when it could be read.
 *
 * <p>Month-first and day-first layouts stand side by side in this API, so each field is read with its own layout, and the text is never lost.
 *
 * @param text the text as it came; empty when the field was absent
 * @param local the local date and time; empty when the text is not in the layout expected of its field
 */
public record WireTime(String text, Optional<LocalDateTime> local) {
    /** Event, ticket type and session times: {@code yyyy/MM/dd HH:mm} in the event's time zone (DOC, LIVE). */
    public static final DateTimeFormatter EVENT = layout("uuuu/MM/dd HH:mm");
    /** {@code clientDate} of orders and payments: {@code dd/MM/yyyy HH:mm:ss} (DOC). */
    public static final DateTimeFormatter CLIENT = layout("dd/MM/uuuu HH:mm:ss");
    /** {@code searchTimeStamp} of the orders list: {@code MM/dd/yyyy HH:mm:ss}, month first (DOC). */
    public static final DateTimeFormatter SEARCH = layout("MM/dd/uuuu HH:mm:ss");
    /** Start and end of a listed discount code: {@code MM/dd/yyyy HH:mm:ss}, month first (DOC). */
    public static final DateTimeFormatter CODE_LISTED = layout("MM/dd/uuuu HH:mm:ss");
    /** Start and end of a discount code when it is written: {@code dd/MM/yyyy HH:mm:ss}, day first, the opposite of the list (OLD). */
    public static final DateTimeFormatter CODE_WRITTEN = layout("dd/MM/uuuu HH:mm:ss");

    /** A date-typed registration answer: {@code MM/dd/yyyy}, and a day that exists (LIVE). */
    public static final DateTimeFormatter ANSWER = layout("MM/dd/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** Reads a text with the layout of its field; a text in another layout keeps only its text. */
    public static WireTime read(String text, DateTimeFormatter layout) {
        try {
            return new WireTime(text, Optional.of(LocalDateTime.parse(text.strip(), layout)));
        } catch (DateTimeException otherLayout) {
            return new WireTime(text, Optional.empty());
        }
    }

    /** The moment in this time zone; empty when the text could not be read. */
    public Optional<Instant> at(ZoneId zone) {
        return local.map(time -> time.atZone(zone).toInstant());
    }

    private static DateTimeFormatter layout(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
