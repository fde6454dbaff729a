package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Candidate;
import dev.membersync.sync.policy.Match;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.Answer.Verb;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.MemberRow;
import dev.membersync.sync.store.Strife;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Finds what is known about the member: its link and ticket, an open intent, or the candidates of the match policy. */
final class ResolveStep implements Step {
    private final Run run;
    private final Questions questions;

    ResolveStep(Run run) {
        this.run = run;
        this.questions = new Questions(run);
    }

    @Override
    public void run(Job job) {
        do {
            run.inTransaction(tx -> {
                resolve(job, tx);
                return true;
            });
        } while (foundOneThatIsGone(job));
    }

    @Override
    public String name() {
        return "resolve";
    }

    private void resolve(Job job, Tx tx) {
        MemberRow known = remember(job, tx);
        Link link = tx.links().find(List.of(job.userId())).get(job.userId());
        job.link = link;
        job.match = Match.none();
        job.intent = tx.intents().find(job.userId()).orElse(null);
        job.answers = Answers.of(tx, job.userId());
        job.ticket = link == null
                ? null
                : tx.tickets().find(List.of(link.ticketRow())).get(link.ticketRow());
        if (link != null) {
            if (link.state() == Link.State.FENCED && isReleased(job)) {
                job.link = released(link, tx);
            }
            if (run.parts.workflow().followsEnded()) {
                new Succession(run).succeed(job, tx, known);
            } else {
                job.doubles = doubles(job, tx);
            }
        } else if (job.intent == null && job.member != null) {
            job.erasedBefore = run.barred.address(tx, job.member.email());
            Match match = run.parts.workflow().matching().match(new StoredCandidates(run, tx, job.member, known));
            job.match = match instanceof Match.Ambiguous ambiguous ? chosen(job, tx, ambiguous) : match;
        }
        if (job.action == StatusAction.REVIEW || job.action == StatusAction.REMOVE) {
            job.action = questions.status(job).orElse(job.action);
        }
    }

    /** What a person decided about tickets that could be the member's own. */
    private Match chosen(Job job, Tx tx, Match.Ambiguous match) {
        Optional<Answer> answer = questions.answer(job, questions.disputed(job, match));
        if (answer.filter(given -> given.verb() == Verb.SPLIT).isPresent()) {
            return Match.none();
        }
        return answer.filter(given -> given.verb() == Verb.VALUE)
                .flatMap(given -> Docket.free(tx, given.value()))
                .<Match>map(ticket -> new Match.Unique(
                        new Candidate(ticket.row(), ticket.ref(), false, false, ticket.age()), "a person's decision"))
                .orElse(match);
    }

    private static Link released(Link link, Tx tx) {
        Map<String, Base> base = new HashMap<>();
        link.base().forEach((field, pair) -> base.put(field, pair.with(Strife.NONE)));
        return tx.links().replace(link.withBase(base, link.mapping()).withState(Link.State.LIVE));
    }

    private boolean isReleased(Job job) {
        return job.answers
                .find(Situation.FENCED.name())
                .filter(given -> given.answer().verb() != Verb.IGNORE)
                .filter(given -> given.answer().verb() == Verb.VALUE || Answers.fits(given, run.keys, job))
                .isPresent();
    }

    /** A ticket that the last scan did not show is read before it is adopted; one that is gone is no candidate. */
    private boolean foundOneThatIsGone(Job job) {
        if (!(job.match instanceof Match.Unique unique)) {
            return false;
        }
        long row = unique.candidate().row();
        TicketRow ticket =
                run.inTransaction(tx -> tx.tickets().find(List.of(row))).get(row);
        if (ticket == null
                || ticket.generation() >= run.scans.ticketGeneration()
                || (!FarSideStep.missedTwice(run, ticket)
                        && run.desk.read(ticket.ref()).isPresent())) {
            return false;
        }
        run.inTransaction(tx -> tx.tickets().save(List.of(FarSideStep.ended(ticket))));
        return true;
    }

    /** Other tickets that the last scan showed with this member's tag (F-04). */
    private List<TicketRow> doubles(Job job, Tx tx) {
        long linked = job.knownLink().ticketRow();
        return tx.tickets().tagged(job.userId()).stream()
                .filter(ticket -> ticket.row() != linked && ticket.generation() >= run.scans.ticketGeneration())
                .toList();
    }

    private MemberRow remember(Job job, Tx tx) {
        Member member = job.member;
        Map<String, MemberRow> rows = tx.members().find(List.of(job.userId()));
        MemberRow known = rows.get(job.userId());
        MemberRow now = member == null
                ? new MemberRow(job.userId(), Map.of(), OptionalLong.empty(), generation(known), true)
                : run.keys.row(member, job.leftMarks, generation(known));
        if (!now.equals(known)) {
            tx.members().save(List.of(now));
        }
        return now;
    }

    private static long generation(@Nullable MemberRow known) {
        return Optional.ofNullable(known).map(MemberRow::generation).orElse(0L);
    }
}
