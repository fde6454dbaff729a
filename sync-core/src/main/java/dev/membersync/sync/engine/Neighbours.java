package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.List;
import java.util.Optional;

/** The other workflows of an event: what they wrote into a ticket stands there, whichever workflow looks at it. */
public final class Neighbours {
    private final List<Parts> parts;

    private Neighbours(List<Parts> parts) {
        this.parts = parts;
    }

    /** Those of these workflows that are about the same event and are not this one. */
    public static Neighbours of(Parts one, List<Parts> all) {
        return new Neighbours(all.stream()
                .filter(other -> !other.scope().equals(one.scope())
                        && other.scope().event().equals(one.scope().event())
                        && other.scope().occurrence().equals(one.scope().occurrence()))
                .toList());
    }

    /** Whether one of them linked this ticket to the member and last agreed that it names him. */
    boolean saw(String userId, TicketRef ticket) {
        return parts.stream().anyMatch(other -> {
            String answer = Fields.memberId(other.workflow().memberIdLabel().orElse(Alignment.STANDARD_LABEL))
                    .name();
            return other.store().inTransaction(other.scope(), tx -> saw(tx, userId, ticket, answer));
        });
    }

    private static boolean saw(Tx tx, String userId, TicketRef ticket, String answer) {
        Link link = tx.links().find(List.of(userId)).get(userId);
        TicketRow linked = link == null
                ? null
                : tx.tickets().find(List.of(link.ticketRow())).get(link.ticketRow());
        if (link == null || linked == null || link.state() != Link.State.LIVE || !isOne(linked.ref(), ticket)) {
            return false;
        }
        return linked.tag().filter(userId::equals).isPresent()
                || Optional.ofNullable(link.base().get(answer))
                        .filter(Neighbours::isAgreed)
                        .isPresent();
    }

    private static boolean isAgreed(Base base) {
        return !base.left().isBlank() && base.left().agrees(base.right());
    }

    private static boolean isOne(TicketRef one, TicketRef other) {
        return one.ticketId() != null && one.ticketId().equals(other.ticketId());
    }
}
