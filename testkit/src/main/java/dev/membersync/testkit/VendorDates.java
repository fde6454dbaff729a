package dev.membersync.testkit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** The layouts of date and time that Accelevents mixes. The fake's events lie in UTC. */
final class VendorDates {
    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTH_FIRST =
            DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter YEAR_FIRST =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private VendorDates() {}

    /** Refuses a {@code clientDate} that is missing or not day first; which layout it must have is DOC. */
    static void requireClientDate(Optional<String> text) {
        if (text.flatMap(value -> parse(value, DAY_FIRST)).isEmpty()) {
            throw new IllegalArgumentException("clientDate must be dd/MM/yyyy HH:mm:ss");
        }
    }

    static Instant dayFirst(String name, String text) {
        return parse(text, DAY_FIRST)
                .orElseThrow(() -> new IllegalArgumentException(name + " must be dd/MM/yyyy HH:mm:ss"));
    }

    static Instant searchTimeStamp(String text) {
        return parse(text, MONTH_FIRST)
                .orElseThrow(() -> new IllegalArgumentException("searchTimeStamp must be MM/dd/yyyy HH:mm:ss"));
    }

    /** A date answer: {@code MM/dd/yyyy} (LIVE). */
    static Instant day(String name, String text) {
        return parse(text + " 00:00:00", MONTH_FIRST)
                .orElseThrow(() -> new IllegalArgumentException(name + " must be MM/dd/yyyy"));
    }

    static boolean isDay(String text) {
        return parse(text + " 00:00:00", MONTH_FIRST).isPresent();
    }

    /** Refuses a start or end that is not {@code yyyy/MM/dd HH:mm}. */
    static void requireYearFirst(String name, String text) {
        if (parse(text, YEAR_FIRST).isEmpty()) {
            throw new IllegalArgumentException(name + " must be yyyy/MM/dd HH:mm");
        }
    }

    static String monthFirst(Instant instant) {
        return MONTH_FIRST.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A time of an event in its own zone. */
    static Optional<Instant> inZone(String text, String zone) {
        return parse(text, YEAR_FIRST)
                .map(utc -> utc.atOffset(ZoneOffset.UTC).toLocalDateTime())
                .map(local -> local.atZone(ZoneId.of(zone)).toInstant());
    }

    static String minutes(Instant instant) {
        return YEAR_FIRST.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter layout) {
        try {
            return Optional.of(LocalDateTime.parse(text, layout).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException otherLayout) {
            return Optional.empty();
        }
    }
}
