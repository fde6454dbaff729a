package dev.membersync.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What went wrong and wants somebody to act. One open incident for each kind and subject. */
public interface Incidents {
    /**
     * Raises an incident. One of the same kind and subject that is open keeps its start and counts the new one; the rest is
     * replaced. One that is over begins anew.
     */
    void raise(Incident incident);

    /** Ends an open incident. False when it is not open. */
    boolean close(String kind, String subject, Instant at);

    /** The incident, open or over. */
    Optional<Incident> find(String kind, String subject);

    /** Open incidents, by kind and subject. */
    List<Incident> open(int limit);

    /** How many are open. */
    long count();
}
