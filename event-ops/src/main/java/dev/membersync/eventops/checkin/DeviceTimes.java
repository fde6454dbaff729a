package dev.membersync.eventops.checkin;

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
 * contacts before it, or of the first five after it when there was none before. What stands on the other side of a jump of
 * the wall clock than its contacts gets an interval: one end trusts the wall clock, the other the counter.
 */
final class DeviceTimes {
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

    private static long[] setBack(List<Fact> log) {
        SteadyClock clock = new SteadyClock();
        return log.stream().mapToLong(fact -> clock.advance(fact.clocks())).toArray();
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
