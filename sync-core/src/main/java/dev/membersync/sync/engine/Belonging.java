package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.List;
import java.util.Set;

/** Whose a ticket is by what the last complete lists showed, for tickets that the ladder of matching gave to nobody. */
enum Belonging {
    /** It ended, is a member's, carries our tag, was that of somebody erased, or a person is asked about it already. */
    SETTLED(""),
    /** No member has the address of its holder. */
    NOBODYS("the holder of this ticket is no member: no member has the address"),
    /** No member has the address of its holder, and somebody who had it was erased. */
    ERASED("somebody with the address of this ticket's holder was erased, or is being erased"),
    /** Several members have the address of its holder, and no question about them is open. */
    SHARED("several members have the address of this ticket's holder"),
    /** It shows no address by which anybody could be recognised. */
    NAMELESS("this ticket shows no address of its holder, so no member can be recognised");

    /** More than two owners make no difference. */
    private static final int OWNERS = 10;

    private final String why;

    Belonging(String why) {
        this.why = why;
    }

    /** Why a person is asked about it. */
    String why() {
        return why;
    }

    /** A ticket of ours is a member's, gone or not; so is one whose address one listed or linked member alone has. */
    static Belonging of(Run run, Tx tx, TicketRow ticket) {
        boolean there = ticket.access() == Access.LIVE && ticket.generation() >= run.scans.ticketGeneration();
        if (!there
                || ticket.tag().isPresent()
                || !tx.links().byTicket(List.of(ticket.row())).isEmpty()) {
            return SETTLED;
        }
        if (run.barred.any(tx, List.of(), List.of(ticket.ref()))) {
            return SETTLED;
        }
        if (ticket.emailKey().isEmpty()) {
            return NAMELESS;
        }
        List<String> owners = owners(tx, ticket.emailKey().getAsLong());
        if (owners.isEmpty()) {
            return tx.tombstones().among(List.of(ticket.emailKey().getAsLong())).isEmpty() ? NOBODYS : ERASED;
        }
        return owners.size() == 1 || isDisputed(tx, owners) ? SETTLED : SHARED;
    }

    /** Who was a member and is listed no more is none, unless linked: the lists show a member or his link does. */
    private static List<String> owners(Tx tx, long emailKey) {
        Cursor members = tx.cursors().find(MemberCensus.MEMBERS);
        List<String> known = tx.members().withEmail(emailKey, OWNERS);
        Set<String> linked = tx.links().find(known).keySet();
        return tx.members().find(known).values().stream()
                .filter(row -> linked.contains(row.userId()) || row.generation() >= members.complete())
                .map(MemberRow::userId)
                .toList();
    }

    private static boolean isDisputed(Tx tx, List<String> owners) {
        return tx.reviews().openAbout(owners).stream()
                .anyMatch(review -> review.kind().equals(Situation.DISPUTED.name()));
    }
}
