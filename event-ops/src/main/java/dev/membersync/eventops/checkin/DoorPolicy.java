package dev.membersync.eventops.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may enter an event, as data. Immutable; each change is another policy.
 *
 * @param live whether the event is real: then test tickets admit nowhere
 * @param zone the event's time zone
 * @param dayBegins when a day of the event begins, so that an entry after midnight may belong to the evening before
 * @param gates the gates by name; without any, every gate name is taken and serves everybody
 * @param days the bit of the access mask that each day asks for; empty when tickets are not for single days
 * @param classes what the ticket classes ask for
 * @param otherwise what the other classes ask for
 * @param onlineAge how old the revocation list may be at a gate that is online
 * @param offlineAge how old list and snapshot may be at a gate that is offline
 */
public record DoorPolicy(
        boolean live,
        ZoneId zone,
        LocalTime dayBegins,
        Map<String, Gate> gates,
        Map<LocalDate, Integer> days,
        Map<Integer, ClassPolicy> classes,
        ClassPolicy otherwise,
        Duration onlineAge,
        Duration offlineAge) {
    /** How old the list may be online. */
    public static final Duration ONLINE_AGE = Duration.ofMinutes(15);
    /** How old list and snapshot may be offline. */
    public static final Duration OFFLINE_AGE = Duration.ofHours(12);

    public DoorPolicy {
        gates = Map.copyOf(new TreeMap<>(gates));
        days = Map.copyOf(days);
        classes = Map.copyOf(classes);
    }

    /** A live event in this zone with {@link ClassPolicy#DEFAULT} for all, any gate, and no days. */
    public static DoorPolicy of(ZoneId zone) {
        return new DoorPolicy(
                true,
                zone,
                LocalTime.MIDNIGHT,
                Map.of(),
                Map.of(),
                Map.of(),
                ClassPolicy.DEFAULT,
                ONLINE_AGE,
                OFFLINE_AGE);
    }

    /** The same for a rehearsal: test tickets admit as others do. */
    public DoorPolicy asRehearsal() {
        return new DoorPolicy(false, zone, dayBegins, gates, days, classes, otherwise, onlineAge, offlineAge);
    }

    /** The same with these gates and no others. */
    public DoorPolicy withGates(Collection<Gate> changed) {
        return new DoorPolicy(
                live,
                zone,
                dayBegins,
                changed.stream().collect(Collectors.toMap(Gate::name, Function.identity())),
                days,
                classes,
                otherwise,
                onlineAge,
                offlineAge);
    }

    /** The same with these days, each with its bit of the access mask; a day begins at this time. */
    public DoorPolicy withDays(Map<LocalDate, Integer> changed, LocalTime begin) {
        return new DoorPolicy(live, zone, begin, gates, changed, classes, otherwise, onlineAge, offlineAge);
    }

    /** The same with a policy for one class. */
    public DoorPolicy with(int ticketClass, ClassPolicy policy) {
        Map<Integer, ClassPolicy> changed = new TreeMap<>(classes);
        changed.put(ticketClass, policy);
        return new DoorPolicy(live, zone, dayBegins, gates, days, changed, otherwise, onlineAge, offlineAge);
    }

    /** The same with a policy for all classes that have none of their own. */
    public DoorPolicy otherwise(ClassPolicy policy) {
        return new DoorPolicy(live, zone, dayBegins, gates, days, classes, policy, onlineAge, offlineAge);
    }

    /** The same with data of doors without a network that may be this old. */
    public DoorPolicy withOfflineAge(Duration age) {
        return new DoorPolicy(live, zone, dayBegins, gates, days, classes, otherwise, onlineAge, age);
    }

    ClassPolicy of(int ticketClass) {
        return classes.getOrDefault(ticketClass, otherwise);
    }

    /**
     * The gate with this name.
     *
     * @throws IllegalArgumentException when the policy has gates and this is none of them
     */
    Gate gate(String name) {
        @Nullable Gate gate = gates.isEmpty() ? Gate.open(name) : gates.get(name);
        if (gate == null) {
            throw new IllegalArgumentException(
                    "this event has no gate " + name + "; it has " + String.join(", ", new TreeMap<>(gates).keySet()));
        }
        return gate;
    }

    /** The day of the event that a time belongs to. */
    LocalDate day(Instant now) {
        // By the clock on the wall, also on days that are an hour longer or shorter.
        LocalDateTime wall = LocalDateTime.ofInstant(now, zone);
        return wall.minusNanos(dayBegins.toNanoOfDay()).toLocalDate();
    }

    /** True when tickets are for single days and this one is not for the day of this time. */
    boolean isWrongDay(int accessMask, Instant now) {
        return Optional.ofNullable(days.get(day(now)))
                .map(bit -> (bit & accessMask) == 0)
                .orElse(!days.isEmpty());
    }

    /** What an entry by this gate at this time uses up. */
    String slot(int ticketClass, int accessMask, Gate gate, Instant now) {
        return switch (of(ticketClass).reentry().per()) {
            case EVENT -> "";
            case DAY -> day(now).toString();
            case ZONE ->
                gate.zones() == 0
                        ? ""
                        : "zone " + Integer.numberOfTrailingZeros(Math.max(1, gate.zones() & accessMask));
        };
    }
}
