package dev.membersync.sync.engine;

import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Side;
import dev.membersync.sync.policy.Match;
import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.TicketRow;
import java.util.List;
import java.util.Map;

/** Asks the pure decision; where a field has to be seen first, reads the ticket in detail and asks again. */
final class DecideStep implements Step {
    private final Run run;
    private final FarSideStep farSide;

    DecideStep(Run run, FarSideStep farSide) {
        this.run = run;
        this.farSide = farSide;
    }

    @Override
    public void run(Job job) {
        job.decision = job.link == null
                ? unlinked(job)
                : linked(job, standing(job.knownLink()), job.knownLink().base());
    }

    @Override
    public String name() {
        return "decide";
    }

    private Decision unlinked(Job job) {
        Decision decision = run.decide.unlinked(left(job), job.intent != null, job.match);
        if (decision.reaction() != Reaction.ADOPT || !(job.match instanceof Match.Unique unique)) {
            return decision;
        }
        long row = unique.candidate().row();
        job.ticket = run.inTransaction(tx -> tx.tickets().find(List.of(row)).get(row));
        Decision merged = linked(job, LinkStanding.NONE, Map.of());
        return new Decision(decision.situation(), decision.reaction(), merged.fields());
    }

    private Decision linked(Job job, LinkStanding standing, Map<String, Base> base) {
        Decision first = run.decide.linked(pair(job, standing, base));
        if (!first.has(Verdict.LOOK)) {
            return first;
        }
        job.ticketGone = farSide.look(job).isEmpty();
        return run.decide.linked(pair(job, standing, base));
    }

    private static Pair pair(Job job, LinkStanding standing, Map<String, Base> base) {
        TicketRow ticket = job.knownTicket();
        Side right = job.ticketGone ? Side.gone() : Side.present(ticket.marks());
        return new Pair(standing, left(job), right, base);
    }

    private static Side left(Job job) {
        return job.member == null ? Side.gone() : Side.present(job.leftMarks);
    }

    private static LinkStanding standing(Link link) {
        return switch (link.state()) {
            case LIVE, ENDED -> LinkStanding.LIVE;
            case CLOSED -> LinkStanding.CLOSED;
            case FENCED -> LinkStanding.FENCED;
        };
    }
}
