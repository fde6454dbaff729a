package dev.membersync.eventops.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The event that a dataset is about.
 *
 * @param id a short name, such as the event url
 * @param name its title, for people
 * @param starts when it starts
 * @param ends when it ends
 * @param zone whose clocks and days count
 * @param capacity how many it takes
 * @param admission when the doors are open; a registration made meanwhile is a walk-in
 */
public record EventFact(
        String id,
        String name,
        Optional<Instant> starts,
        Optional<Instant> ends,
        ZoneId zone,
        OptionalLong capacity,
        Optional<Window> admission) {
    /**
     * A stretch of time, both ends in it.
     *
     * @param from the first moment
     * @param until the last moment
     */
    public record Window(Instant from, Instant until) {
        /** Refuses a window that ends before it begins. */
        public Window {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("the window ends at " + until + ", before it begins at " + from);
            }
        }

        /** Whether a moment is in it. */
        public boolean holds(Instant moment) {
            return !moment.isBefore(from) && !moment.isAfter(until);
        }
    }

    /** Refuses an event without an id, or one that ends before it starts. */
    public EventFact {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an event needs an id, such as its url");
        }
        if (starts.isPresent() && ends.isPresent() && ends.get().isBefore(starts.get())) {
            throw new IllegalArgumentException("event " + id + " ends before it starts");
        }
    }

    /** The same event that takes this many. */
    public EventFact withCapacity(long places) {
        return new EventFact(id, name, starts, ends, zone, OptionalLong.of(places), admission);
    }

    /** The same event with doors open at this time. */
    public EventFact withAdmission(Instant from, Instant until) {
        return new EventFact(id, name, starts, ends, zone, capacity, Optional.of(new Window(from, until)));
    }
}
