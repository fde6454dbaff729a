package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Match;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where tickets are news, another live ticket of the member takes the place of the one that ended. What was told of the old
 * one binds the new one to nothing: fields whose values have an order begin anew, the others keep what was agreed.
 */
final class Succession {
    private final Run run;

    Succession(Run run) {
        this.run = run;
    }

    void succeed(Job job, Tx tx, MemberRow known) {
        Link link = job.knownLink();
        TicketRow ended = job.ticket;
        boolean over = ended != null && ended.access() == Access.ENDED && link.state() != Link.State.CLOSED;
        if (!over || job.member == null) {
            return;
        }
        StoredCandidates candidates = new StoredCandidates(run, tx, job.member, known);
        if (candidates.unlinkedMembersWithEmail() > 0
                || !(run.parts.workflow().matching().match(candidates) instanceof Match.Unique unique)) {
            return;
        }
        long row = unique.candidate().row();
        TicketRow next = tx.tickets().find(List.of(row)).get(row);
        if (next != null && next.generation() >= run.scans.ticketGeneration()) {
            Map<String, Base> base = new HashMap<>(link.base());
            run.mapping.fields().stream()
                    .filter(field -> field.isWatched() || field.lifecycle().isPresent())
                    .forEach(field -> base.remove(field.name()));
            tx.links()
                    .replace(new Link(
                            link.userId(),
                            row,
                            Link.State.LIVE,
                            Link.Origin.ADOPTED,
                            base,
                            link.mapping(),
                            link.version()));
            job.link = tx.links().find(List.of(job.userId())).get(job.userId());
            job.ticket = next;
        }
    }
}
