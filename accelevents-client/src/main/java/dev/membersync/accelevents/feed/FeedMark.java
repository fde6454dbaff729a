package dev.membersync.accelevents.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far the changes of an event have been read. Its text form is ISO 8601, made to be stored and read again.
 *
 * @param moment the moment up to which everything was read, in whole seconds rounded down, since the vendor's filter has no smaller ones (DOC)
 */
public record FeedMark(Instant moment) {
    public FeedMark {
        moment = moment.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Reads what {@link #toString()} wrote; {@link java.time.format.DateTimeParseException} for anything else. */
    public static FeedMark parse(String text) {
        return new FeedMark(Instant.parse(text));
    }

    @Override
    public String toString() {
        return moment.toString();
    }
}
