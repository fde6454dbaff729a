package dev.membersync.eventops.adapter;

import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.IssuedTicket;
import dev.membersync.eventops.privacy.OpenTickets;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.RevocationReason;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.sync.record.TicketRef;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The signed tickets in the books of the check-in, revoked for a person who is erased. */
public final class CheckInRevocation implements OpenTickets {
    private final Map<String, CheckInStore> stores = new TreeMap<>();
    private final InstantSource clock;

    /** The tickets of these events. */
    public CheckInRevocation(List<? extends CheckInStore> events, InstantSource clock) {
        events.forEach(store -> stores.put(store.event(), store));
        this.clock = clock;
    }

    @Override
    public int revoke(String place, TicketRef ticket) {
        CheckInStore store = stores.get(place);
        return store == null
                ? 0
                : store.inTransaction(tx -> {
                    Map<Serial, IssuedTicket> issued = issued(tx, ticket);
                    issued.values().stream()
                            .filter(known -> !known.holding().isCanceled())
                            .forEach(known -> end(tx, known));
                    return issued.size();
                });
    }

    private void end(CheckInStore.Tx tx, IssuedTicket known) {
        tx.lists()
                .put(
                        ListKind.REVOCATIONS,
                        Revocation.of(
                                known.body(),
                                RevocationReason.CANCEL,
                                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        tx.issued()
                .put(new IssuedTicket(
                        known.names(),
                        known.body(),
                        known.holding().canceled(true),
                        known.holder(),
                        known.deliveredGeneration(),
                        known.issuedAt()));
    }

    /** By the ticket's own names; of an order there may be others. */
    private static Map<Serial, IssuedTicket> issued(CheckInStore.Tx tx, TicketRef ticket) {
        Map<Serial, IssuedTicket> issued = new LinkedHashMap<>();
        Stream.of(ticket.ticketId(), ticket.barcode(), ticket.attendeeId())
                .filter(Objects::nonNull)
                .flatMap(name -> tx.issued().named(name).stream())
                .filter(known -> isSame(known.names(), ticket))
                .forEach(known -> issued.put(known.serial(), known));
        return issued;
    }

    private static boolean isSame(TicketRef one, TicketRef other) {
        return (one.ticketId() != null && one.ticketId().equals(other.ticketId()))
                || (one.barcode() != null && one.barcode().equals(other.barcode()))
                || (one.attendeeId() != null && one.attendeeId().equals(other.attendeeId()));
    }

    @Override
    public List<Map<String, String>> shown(String place, TicketRef ticket) {
        CheckInStore store = stores.get(place);
        return store == null
                ? List.of()
                : store.inTransaction(tx -> issued(tx, ticket).values().stream()
                        .map(known -> shown(tx, known))
                        .toList());
    }

    private static Map<String, String> shown(CheckInStore.Tx tx, IssuedTicket known) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("serial", known.serial().hex());
        shown.put("issuedAt", known.issuedAt().toString());
        shown.put("revoked", String.valueOf(known.holding().isCanceled()));
        shown.put("scans", String.valueOf(tx.facts().scans(known.serial()).size()));
        return shown;
    }
}
