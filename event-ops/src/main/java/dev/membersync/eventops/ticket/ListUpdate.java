package dev.membersync.eventops.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What changed on a list after one version, up to another.
 *
 * @param kind which list
 * @param eventId of which event
 * @param base the version after which the changes come; 0 makes it the whole list
 * @param version the version it leads to, at least {@code base}
 * @param asOf when the issuer said so, in milliseconds; finer parts are cut off
 * @param entries one for each serial that changed, as it is now
 * @param <E> what the list says of a serial
 */
public record ListUpdate<E extends ListEntry>(
        ListKind<E> kind, String eventId, long base, long version, Instant asOf, List<E> entries) {
    public ListUpdate {
        if (base < 0 || version < base) {
            throw new IllegalArgumentException("a list cannot go from version " + base + " to " + version);
        }
        asOf = asOf.truncatedTo(ChronoUnit.MILLIS);
        entries = List.copyOf(entries);
    }
}
