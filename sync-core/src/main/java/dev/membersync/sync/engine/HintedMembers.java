package dev.membersync.sync.engine;

import dev.membersync.sync.intake.TicketHint;
import dev.membersync.sync.mapping.PersonKeys;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the members whose tickets a hint names. */
final class HintedMembers {
    private final Tx tx;
    private final PersonKeys keys;

    /** @param keys finds tickets by address */
    HintedMembers(Tx tx, PersonKeys keys) {
        this.tx = tx;
        this.keys = keys;
    }

    List<String> of(TicketHint hint) {
        List<Long> rows = new ArrayList<>();
        hint.names().forEach(name -> named(name).map(TicketRow::row).ifPresent(rows::add));
        hint.emails()
                .forEach(email -> Value.of(email)
                        .text()
                        .map(keys::email)
                        .orElse(OptionalLong.empty())
                        .ifPresent(
                                key -> tx.tickets().untaggedWithEmail(key).forEach(ticket -> rows.add(ticket.row()))));
        return tx.links().byTicket(rows).values().stream()
                .map(Link::userId)
                .sorted()
                .toList();
    }

    private Optional<TicketRow> named(String name) {
        return tx.tickets()
                .find(new TicketRef(name, null, null, null))
                .or(() -> tx.tickets().find(new TicketRef(null, name, null, null)))
                .or(() -> tx.tickets().find(new TicketRef(null, null, name, null)));
    }
}
