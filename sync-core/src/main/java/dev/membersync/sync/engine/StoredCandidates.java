package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Candidate;
import dev.membersync.sync.policy.Candidates;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The match policy's view of the store, inside one transaction. */
final class StoredCandidates implements Candidates {
    private final Tx tx;
    private final MemberRow row;
    private final OptionalLong nameKey;

    StoredCandidates(Run run, Tx tx, Member member, MemberRow row) {
        this.tx = tx;
        this.row = row;
        this.nameKey = run.keys.name(member);
    }

    @Override
    public List<Candidate> tagged() {
        return candidates(tx.tickets().tagged(row.userId()));
    }

    @Override
    public List<Candidate> sameEmail() {
        return row.emailKey().isPresent()
                ? candidates(tx.tickets().untaggedWithEmail(row.emailKey().getAsLong()))
                : List.of();
    }

    @Override
    public int unlinkedMembersWithEmail() {
        return row.emailKey().isPresent()
                ? tx.members().unlinkedWithEmail(row.emailKey().getAsLong())
                : 0;
    }

    private List<Candidate> candidates(List<TicketRow> tickets) {
        Map<Long, Link> links =
                tx.links().byTicket(tickets.stream().map(TicketRow::row).toList());
        return tickets.stream()
                .map(ticket -> new Candidate(
                        ticket.row(),
                        ticket.ref(),
                        links.containsKey(ticket.row()),
                        nameKey.isPresent() && nameKey.equals(ticket.nameKey()),
                        ticket.age()))
                .toList();
    }
}
