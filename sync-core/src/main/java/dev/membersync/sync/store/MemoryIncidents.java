package dev.membersync.sync.store;

import dev.membersync.sync.store.MemoryRows.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Incidents in memory. */
final class MemoryIncidents implements Incidents {
    private final MemoryRows rows;

    MemoryIncidents(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void raise(Incident incident) {
        put(incident.after(find(incident.kind(), incident.subject())));
    }

    @Override
    public boolean close(String kind, String subject, Instant at) {
        Optional<Incident> known =
                find(kind, subject).filter(incident -> incident.closedAt().isEmpty());
        known.ifPresent(incident -> put(incident.closed(at)));
        return known.isPresent();
    }

    @Override
    public Optional<Incident> find(String kind, String subject) {
        return rows.incidents.find(new Question(kind, subject));
    }

    @Override
    public List<Incident> open(int limit) {
        return open().limit(limit).toList();
    }

    @Override
    public long count() {
        return open().count();
    }

    private Stream<Incident> open() {
        return rows.incidents.rows().stream()
                .filter(incident -> incident.closedAt().isEmpty());
    }

    private void put(Incident incident) {
        rows.incidents.put(new Question(incident.kind(), incident.subject()), incident);
    }
}
