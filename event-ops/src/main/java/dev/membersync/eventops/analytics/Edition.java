package dev.membersync.eventops.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An earlier edition of the event.
 *
 * @param id names it
 * @param starts when it started; the latest of several is the previous one
 * @param attended who was there, as the same pseudonyms
 * @param booked when its valid registrations were made; empty when that is not known
 */
public record Edition(String id, Instant starts, Set<String> attended, List<Instant> booked) {
    /** Copies the lists. */
    public Edition {
        attended = Set.copyOf(attended);
        booked = List.copyOf(booked);
    }
}
