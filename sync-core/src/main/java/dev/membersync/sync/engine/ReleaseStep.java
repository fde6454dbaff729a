package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends the work on a member in one transaction: what needs no write becomes the new base, a lost ticket ends its link,
 * questions are asked or settled, and the work item goes, unless the member was marked again meanwhile.
 */
final class ReleaseStep implements Step {
    private final Run run;
    private final Commit commit;

    ReleaseStep(Run run, Commit commit) {
        this.run = run;
        this.commit = commit;
    }

    @Override
    public void run(Job job) {
        Map<Review, Boolean> asked = new LinkedHashMap<>();
        run.inTransaction(tx -> {
            if (job.drifted) {
                return tx.work().postpone(job.item, run.now());
            }
            settleLink(job, tx);
            List<String> kinds = new ArrayList<>();
            if (job.waits) {
                kinds.addAll(job.answers.pending());
            } else {
                job.answers.settle(tx, run.now());
            }
            job.questions.forEach(question -> asked.put(question, tx.reviews().open(question)));
            job.questions.forEach(question -> kinds.add(question.kind()));
            tx.reviews().settle(job.userId(), kinds, run.now());
            tx.deadLetters().remove(job.userId());
            if (job.parkFor == null) {
                tx.work().done(job.item);
            } else {
                tx.work().park(job.item, job.parkFor);
            }
            return true;
        });
        tell(job, asked);
    }

    @Override
    public String name() {
        return "release";
    }

    private void settleLink(Job job, Tx tx) {
        Link link = job.link;
        TicketRow ticket = job.ticket;
        if (link == null || ticket == null) {
            return;
        }
        Map<String, Base> base = base(job, link, ticket);
        Link.State state = state(job, link);
        if (state == Link.State.ENDED && ticket.access() == Access.LIVE) {
            tx.tickets().save(List.of(FarSideStep.ended(ticket)));
        }
        boolean merged = !job.knownDecision().fields().isEmpty() && state == Link.State.LIVE;
        String mapping = merged ? run.mapping.digest() : link.mapping();
        if (!base.equals(link.base()) || state != link.state() || !mapping.equals(link.mapping())) {
            commit.replace(job, tx, link.withBase(base, mapping).withState(state));
        }
    }

    private static Map<String, Base> base(Job job, Link link, TicketRow ticket) {
        Decision decision = job.knownDecision();
        Map<String, Base> base = decision.rebased(link.base(), job.leftMarks, ticket.marks());
        base.putAll(job.noted);
        decision.strife().forEach((field, strife) -> {
            Verdict verdict = decision.fields().get(field);
            if (verdict != Verdict.TO_RIGHT && verdict != Verdict.TO_LEFT) { // a write has kept it with what it wrote
                base.computeIfPresent(field, (name, pair) -> pair.with(strife));
            }
        });
        return base;
    }

    private static Link.State state(Job job, Link link) {
        Decision decision = job.knownDecision();
        if (decision.reaction() == Reaction.TOMBSTONE) {
            return Link.State.CLOSED;
        }
        return switch (link.state()) {
            case LIVE, ENDED ->
                hasEnded(job)
                        ? (job.member == null ? Link.State.CLOSED : Link.State.ENDED)
                        : decision.has(Verdict.FENCE) ? Link.State.FENCED : Link.State.LIVE;
            case CLOSED -> decision.reaction() == Reaction.REVIVE ? Link.State.LIVE : Link.State.CLOSED;
            case FENCED -> Link.State.FENCED;
        };
    }

    private static boolean hasEnded(Job job) {
        return job.ticketGone || job.knownTicket().access() == Access.ENDED;
    }

    private void tell(Job job, Map<Review, Boolean> asked) {
        Journal journal = run.journal();
        asked.forEach(journal::asked);
        if (!job.held.isEmpty()) {
            journal.held(job.userId(), List.copyOf(job.held));
        }
        if (job.parkFor != null && job.parkFor.startsWith(CreateCourse.PLACES)) {
            journal.parked(job.userId(), job.parkFor.substring(CreateCourse.PLACES.length()));
        }
        if (job.skip != null) {
            journal.skipped(job.userId(), job.skip);
        } else if (job.tasks.isEmpty() && asked.isEmpty() && job.held.isEmpty()) {
            journal.unchanged(1);
        }
    }
}
