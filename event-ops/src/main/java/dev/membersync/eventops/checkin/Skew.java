package dev.membersync.eventops.checkin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How far a device's clock is from the server's, as told by its last contacts. */
public enum Skew {
    /** At most two minutes. */
    NORMAL,
    /** Up to fifteen minutes, or not known because the device never met the server. */
    FLAGGED,
    /** More: what depends on the time of day is not decided by this clock. */
    SUSPECT;

    /** How many contacts count. */
    static final int CONTACTS = 5;

    private static final Duration NORMAL_UP_TO = Duration.ofMinutes(2);
    private static final Duration FLAGGED_UP_TO = Duration.ofMinutes(15);

    /** What an offset means; both edges belong to the better side. */
    public static Skew of(Duration offset) {
        Duration size = offset.abs();
        if (size.compareTo(NORMAL_UP_TO) <= 0) {
            return NORMAL;
        }
        return size.compareTo(FLAGGED_UP_TO) <= 0 ? FLAGGED : SUSPECT;
    }

    /**
     * How far the server is ahead of a device: the median of its last five contacts, the lower one of an even number;
     * empty when there was none.
     *
     * @param log facts of the device in the order of their numbers
     */
    public static Optional<Duration> offset(List<? extends Fact> log) {
        List<Long> offsets = log.stream()
                .filter(Contact.class::isInstance)
                .map(fact -> ((Contact) fact).offsetNanos())
                .toList();
        return offsets.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(
                        median(offsets.subList(Math.max(0, offsets.size() - CONTACTS), offsets.size()))));
    }

    static long median(List<Long> offsets) {
        List<Long> sorted = offsets.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
