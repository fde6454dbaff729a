package dev.membersync.eventops.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The revocations or the blocks of an event as a gate knows them. Immutable: each update makes another list.
 *
 * @param <E> what it says of a serial
 */
public final class TicketList<E extends ListEntry> {
    /** How old a list may be where there is a network. */
    public static final Duration ONLINE_AGE = Duration.ofMinutes(15);
    /** How old it may be at an event without one. */
    public static final Duration OFFLINE_AGE = Duration.ofHours(12);

    /** What an update is to a list. */
    public enum Fit {
        /** It brings the list forward: {@link TicketList#apply} takes it. */
        NEWER,
        /** It is a replay, or crossed a newer one: nothing to do. */
        OLD,
        /** It begins after what this list knows, or is of another list: ask for all changes after {@link #version()}. */
        GAP
    }

    private final ListKind<E> kind;
    private final String eventId;
    private final long version;
    private final Instant asOf;
    private final Map<Serial, E> entries;

    private TicketList(ListKind<E> kind, String eventId, long version, Instant asOf, Map<Serial, E> entries) {
        this.kind = kind;
        this.eventId = eventId;
        this.version = version;
        this.asOf = asOf;
        this.entries = entries;
    }

    /** The list of a gate that has heard nothing: version 0, and stale. */
    public static <E extends ListEntry> TicketList<E> empty(ListKind<E> kind, String eventId) {
        return new TicketList<>(kind, eventId, 0, Instant.EPOCH, Map.of());
    }

    /** Its version; only ever grows. */
    public long version() {
        return version;
    }

    /** When the issuer last said that it is so. */
    public Instant asOf() {
        return asOf;
    }

    /** What keeps a generation of a ticket out, if anything does. */
    public Optional<E> hit(Serial serial, int generation) {
        return Optional.ofNullable(entries.get(serial)).filter(entry -> entry.hits(generation));
    }

    /** Whether it is older than it may be. */
    public boolean staleAt(Instant now, Duration maxAge) {
        return asOf.plus(maxAge).isBefore(now);
    }

    /** What an update is to this list. */
    public Fit fit(ListUpdate<E> update) {
        if (update.kind() != kind || !update.eventId().equals(eventId) || update.base() > version) {
            return Fit.GAP;
        }
        boolean newer = update.version() > version
                || (update.version() == version && update.asOf().isAfter(asOf));
        return newer ? Fit.NEWER : Fit.OLD;
    }

    /** The list after an update; this one unless the update is {@link Fit#NEWER}. */
    public TicketList<E> apply(ListUpdate<E> update) {
        if (fit(update) != Fit.NEWER) {
            return this;
        }
        Map<Serial, E> changed = update.base() == 0 ? new HashMap<>() : new HashMap<>(entries);
        update.entries().forEach(entry -> changed.put(entry.serial(), entry));
        return new TicketList<>(kind, eventId, update.version(), update.asOf(), changed);
    }
}
