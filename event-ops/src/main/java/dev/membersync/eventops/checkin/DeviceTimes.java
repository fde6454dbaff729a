package dev.membersync.eventops.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When the facts of one device happened, by the server's clock. A pure function of the set of its facts.
 *
 * <p>What was made online carries the server's time and takes no part. Everything else is moved by the median offset of the last five
 * contacts before it, or of the first five after it when there was none before. A wall clock that goes back while the
 * counter goes on was set; what stands on the other side of that jump than its contacts gets an interval: one end trusts
 * the wall clock, the other the counter. A clock that goes forward is no evidence, since counters stop while devices sleep.
 */
final class DeviceTimes {
    /** Clocks are trimmed all the time; this much is no jump. */
    private static final long TRIM_NANOS = 2_000_000_000L;

    private final Map<Long, Moment> moments = new HashMap<>();

    private DeviceTimes() {}

    /** The times of these facts: the contacts of one device and what it made offline, in any order. */
    static DeviceTimes of(Collection<? extends Fact> facts) {
        List<Fact> log = new ArrayList<>(facts);
        log.sort(Comparator.comparing(Fact::id));
        long[] setBack = setBack(log);
        List<Integer> contacts = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i) instanceof Contact) {
                contacts.add(i);
            }
        }
        DeviceTimes times = new DeviceTimes();
        int before = 0;
        for (int i = 0; i < log.size(); i++) {
            List<Integer> near = before > 0
                    ? contacts.subList(Math.max(0, before - Skew.CONTACTS), before)
                    : contacts.subList(0, Math.min(Skew.CONTACTS, contacts.size()));
            times.moments.put(log.get(i).id().sequence(), moment(log, setBack, i, near));
            before += log.get(i) instanceof Contact ? 1 : 0;
        }
        return times;
    }

    /** When this fact happened. */
    Moment of(FactId id) {
        Moment moment = moments.get(id.sequence());
        if (moment == null) {
            throw new IllegalArgumentException("the fact " + id + " is not in the log of its device");
        }
        return moment;
    }

    /** How far the wall clock had been set back in all when each fact was made, in nanoseconds. */
    private static long[] setBack(List<Fact> log) {
        long[] total = new long[log.size()];
        for (int i = 1; i < log.size(); i++) {
            Clocks before = log.get(i - 1).clocks();
            Clocks after = log.get(i).clocks();
            long wall = Duration.between(before.device(), after.device()).toNanos();
            // A counter that went back started anew: then the wall clock alone can tell.
            long counter = Math.max(0, after.monotonicNanos() - before.monotonicNanos());
            total[i] = total[i - 1] + (counter - wall > TRIM_NANOS ? counter - wall : 0);
        }
        return total;
    }

    private static Moment moment(List<Fact> log, long[] setBack, int index, List<Integer> contacts) {
        Clocks clocks = log.get(index).clocks();
        if (clocks.server().isPresent()) {
            return Moment.exact(clocks.server().get());
        }
        Instant wall = clocks.device();
        if (contacts.isEmpty()) {
            return Moment.between(wall.plusNanos(setBack[index]), wall);
        }
        long plain = Skew.median(contacts.stream().map(i -> offset(log, i)).toList());
        long steady = Skew.median(
                contacts.stream().map(i -> offset(log, i) - setBack[i]).toList());
        return Moment.between(wall.plusNanos(setBack[index] + steady), wall.plusNanos(plain));
    }

    private static long offset(List<Fact> log, int contact) {
        return ((Contact) log.get(contact)).offsetNanos();
    }
}
