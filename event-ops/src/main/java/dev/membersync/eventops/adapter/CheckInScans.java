package dev.membersync.eventops.adapter;

import dev.membersync.eventops.analytics.ScanFact;
import dev.membersync.eventops.analytics.ScanSource;
import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.Conflict;
import dev.membersync.eventops.checkin.FactId;
import dev.membersync.eventops.checkin.IssuedTicket;
import dev.membersync.eventops.checkin.Outcome;
import dev.membersync.eventops.checkin.TimedScan;
import dev.membersync.eventops.checkin.Visits;
import dev.membersync.eventops.ticket.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The scans of an event's own doors as facts for its figures. Scans that were taken back, or of no ticket, are none. */
public final class CheckInScans implements ScanSource {
    private static final int PAGE = 500;

    private final CheckInStore store;

    private CheckInScans(CheckInStore store) {
        this.store = store;
    }

    /** The scans in this store, whichever name its event has. */
    public static CheckInScans of(CheckInStore store) {
        return new CheckInScans(store);
    }

    @Override
    public List<ScanFact> scans(String event) {
        List<ScanFact> facts = new ArrayList<>();
        Optional<Serial> after = Optional.empty();
        List<IssuedTicket> page;
        do {
            Optional<Serial> from = after;
            page = store.inTransaction(tx -> {
                List<IssuedTicket> tickets = tx.issued().page(from, PAGE);
                tickets.forEach(ticket -> facts.addAll(facts(ticket, tx.facts().scans(ticket.serial()))));
                return tickets;
            });
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).serial());
        } while (page.size() == PAGE);
        return List.copyOf(facts);
    }

    private static List<ScanFact> facts(IssuedTicket ticket, List<TimedScan> scans) {
        Set<FactId> later = Visits.of(scans).conflicts().stream()
                .map(Conflict::later)
                .map(timed -> timed.scan().id())
                .collect(Collectors.toSet());
        String registration = Optional.ofNullable(ticket.names().ticketId())
                .orElseGet(() -> ticket.names().shown());
        return scans.stream()
                .filter(timed -> !timed.isUndone())
                .map(timed -> new ScanFact(
                        timed.scan().id().toString(),
                        registration,
                        timed.scan().id().device(),
                        timed.when().at(),
                        later.contains(timed.scan().id())
                                ? ScanFact.Outcome.CONFLICT
                                : outcome(timed.scan().outcome()),
                        timed.scan().isOffline()))
                .toList();
    }

    private static ScanFact.Outcome outcome(Outcome answer) {
        return switch (answer) {
            case ADMITTED, READMITTED -> ScanFact.Outcome.ADMITTED;
            case EXITED -> ScanFact.Outcome.EXIT;
            case ALREADY_ADMITTED -> ScanFact.Outcome.REPEAT;
            default -> ScanFact.Outcome.REFUSED;
        };
    }
}
