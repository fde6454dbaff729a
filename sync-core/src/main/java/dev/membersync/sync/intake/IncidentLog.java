package dev.membersync.sync.intake;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers incidents. Thread-safe. */
public interface IncidentLog {
    /** Takes one down. */
    void open(Incident incident);

    /** Ends the open ones about a subject. */
    void end(String subject, Instant at);

    /** The incidents, newest first. */
    List<Incident> newest(int limit);

    /** A log of the last 200 in memory. */
    static IncidentLog inMemory() {
        return new IncidentLog() {
            private static final int KEPT = 200;
            private final Deque<Incident> incidents = new ArrayDeque<>();

            @Override
            public synchronized void open(Incident incident) {
                incidents.addFirst(incident);
                if (incidents.size() > KEPT) {
                    incidents.removeLast();
                }
            }

            @Override
            public synchronized void end(String subject, Instant at) {
                List<Incident> all = List.copyOf(incidents);
                incidents.clear();
                all.forEach(one -> incidents.addLast(
                        one.subject().equals(subject) && one.ended().isEmpty() ? one.endedAt(at) : one));
            }

            @Override
            public synchronized List<Incident> newest(int limit) {
                return incidents.stream().limit(limit).toList();
            }
        };
    }
}
