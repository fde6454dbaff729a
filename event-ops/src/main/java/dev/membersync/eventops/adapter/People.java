package dev.membersync.eventops.adapter;

import dev.membersync.sync.mapping.EmailAddress;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.store.TicketRow;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes pseudonyms, and knows who the members among them are. Keeps no name and no address. */
final class People {
    private static final int PAGE = 1_000;
    private static final int DIGITS = 24;
    private static final String SEVERAL = "";

    private final StoreKey key;
    private final Map<String, String> memberByAddress = new HashMap<>();
    private final Map<String, String> memberByTicket = new HashMap<>();

    People(StoreKey key) {
        this.key = key;
    }

    String member(String userId) {
        return sealed("member " + userId);
    }

    /** Somebody known by an address alone; empty when the text is none. */
    Optional<String> address(String email) {
        return EmailAddress.of(email).matchKey().map(compared -> sealed("address " + compared));
    }

    /** Somebody of whom nothing but a ticket is known. */
    String holderOf(String ticket) {
        return sealed("holder " + ticket);
    }

    private String sealed(String who) {
        return key.seal("analytics person", who.getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }

    void know(Member member) {
        String person = member(member.userId());
        member.email()
                .text()
                .flatMap(this::address)
                .ifPresent(address ->
                        memberByAddress.merge(address, person, (one, other) -> one.equals(other) ? one : SEVERAL));
    }

    /** Remembers whose ticket is whose, as the synchronisation knows it. */
    void links(SyncStore store, List<Scope> scopes) {
        for (Scope scope : scopes) {
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                String from = after.get();
                after = store.inTransaction(scope, tx -> page(tx, from));
            }
        }
    }

    private Optional<String> page(SyncStore.Tx tx, String after) {
        List<Link> links = tx.links().page(after, PAGE);
        Map<Long, TicketRow> rows =
                tx.tickets().find(links.stream().map(Link::ticketRow).toList());
        links.forEach(link -> {
            TicketRow row = rows.get(link.ticketRow());
            if (row != null) {
                String person = member(link.userId());
                name(row.ref().ticketId(), "", person);
                name(row.ref().barcode(), "barcode ", person);
            }
        });
        return links.size() < PAGE
                ? Optional.empty()
                : Optional.of(links.get(links.size() - 1).userId());
    }

    private void name(@Nullable String id, String kind, String person) {
        if (id != null) {
            memberByTicket.put(kind + id, person);
        }
    }

    /** The member who holds a ticket: by a link, by our note, by an address that one member alone has. */
    Optional<String> memberOf(TicketRef ticket, Optional<String> noted, Optional<String> address) {
        return Optional.ofNullable(memberByTicket.get(ticket.ticketId()))
                .or(() -> Optional.ofNullable(memberByTicket.get("barcode " + ticket.barcode())))
                .or(() -> noted.map(this::member))
                .or(() -> address.map(memberByAddress::get).filter(one -> !one.equals(SEVERAL)));
    }
}
