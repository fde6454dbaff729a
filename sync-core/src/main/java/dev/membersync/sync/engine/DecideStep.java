package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Side;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Visibility;
import dev.membersync.sync.policy.ConflictPolicy.Resolution;
import dev.membersync.sync.policy.Match;
import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.review.Answer.Verb;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Base.Written;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.TicketRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the pure decision; where a side has to be seen first, reads it and asks again. */
final class DecideStep implements Step {
    private final Run run;
    private final ObserveStep observe;
    private final ResolveStep resolve;
    private final FarSideStep farSide;

    DecideStep(Run run, ObserveStep observe, ResolveStep resolve, FarSideStep farSide) {
        this.run = run;
        this.observe = observe;
        this.resolve = resolve;
        this.farSide = farSide;
    }

    @Override
    public void run(Job job) {
        if (isMappedAnew(job)) {
            look(job);
        }
        job.decision = decide(job);
        if (!job.memberRead && (listMayLag(job) || (!run.plans() && isTooOld(job)))) {
            observe.again(job);
            resolve.run(job);
            job.decision = decide(job);
        }
        if (job.shown == null && job.ticket != null && !job.ticketGone && isReadable(job) && mustSeeTheTicket(job)) {
            look(job);
            job.decision = decide(job);
        }
    }

    @Override
    public String name() {
        return "decide";
    }

    private void look(Job job) {
        job.ticketGone = farSide.look(job).isEmpty();
    }

    /**
     * What was remembered of an answer under another mapping cannot be compared any more, and no list shows it: it is
     * read once, so that equal values agree again without a write (F-61).
     */
    private boolean isMappedAnew(Job job) {
        Link link = job.link;
        return link != null
                && isRebased(link)
                && link.state() == Link.State.LIVE
                && !job.ticketGone
                && run.mapping.fields().stream()
                        .filter(field -> field.visibility() == Visibility.DETAIL)
                        .anyMatch(field -> isChanged(job, field.name()));
    }

    /** A list may still show what was there before our own write; one read tells that from an edit (F-60). */
    private static boolean listMayLag(Job job) {
        return job.link != null
                && job.member != null
                && job.link.base().entrySet().stream()
                        .filter(field -> field.getValue().awaited() == Written.LEFT
                                || field.getValue().strife().last() == Written.LEFT)
                        .anyMatch(field -> isChanged(job, field.getKey()));
    }

    private static boolean isChanged(Job job, String field) {
        Optional<Base> base = Optional.ofNullable(job.knownLink().base().get(field));
        return FieldMerge.leftChanged(base, job.leftMarks.getOrDefault(field, Mark.UNSEEN));
    }

    private boolean isTooOld(Job job) {
        Decision decision = job.knownDecision();
        return (decision.reaction() == Reaction.CREATE || decision.has(Verdict.TO_LEFT))
                && run.parts.time().nanos() - job.listedAt > MemberDirectory.WINDOW.toNanos();
    }

    /** A ticket whose id no order has shown is adopted first: if it goes before one does, that link can end. */
    private static boolean isReadable(Job job) {
        return job.link != null || job.knownTicket().ref().ticketId() != null;
    }

    /** Values are written from a live record, never from what is remembered; a conflict is looked at before it is one. */
    private boolean mustSeeTheTicket(Job job) {
        Decision decision = job.knownDecision();
        boolean both = run.mapping.fields().stream().map(FieldMapper::direction).anyMatch(Direction.BOTH::equals);
        return decision.has(Verdict.LOOK)
                || hasNews(job)
                || (!run.plans() && decision.has(Verdict.TO_LEFT))
                || (both && decision.situation() == Situation.CONFLICT);
    }

    /** A watched field changed since both sides last agreed: what it means is read before it is decided about. */
    private boolean hasNews(Job job) {
        Decision decision = job.knownDecision();
        return job.link != null
                && run.mapping.fields().stream()
                        .filter(FieldMapper::isWatched)
                        .anyMatch(field -> decision.fields().get(field.name()) == Verdict.REBASE
                                && job.knownLink().base().containsKey(field.name()));
    }

    private Decision decide(Job job) {
        Link link = job.link;
        return link == null
                ? unlinked(job)
                : run.decide.linked(pair(job, standing(link), link.base(), isRebased(link)));
    }

    private boolean isRebased(Link link) {
        return !link.mapping().equals(run.mapping.digest());
    }

    private Decision unlinked(Job job) {
        Decision decision = run.decide.unlinked(left(job), job.intent != null, job.match);
        if (decision.reaction() != Reaction.ADOPT || !(job.match instanceof Match.Unique unique)) {
            return decision;
        }
        long row = unique.candidate().row();
        job.ticket = run.inTransaction(tx -> tx.tickets().find(List.of(row)).get(row));
        Decision merged = run.decide.linked(pair(job, LinkStanding.NONE, Map.of(), false));
        return new Decision(decision.situation(), decision.reaction(), merged.fields());
    }

    private Pair pair(Job job, LinkStanding standing, Map<String, Base> base, boolean rebased) {
        TicketRow ticket = job.knownTicket();
        Optional<Instant> changedAt = Optional.ofNullable(job.shown).flatMap(Registration::changedAt);
        Side right = job.ticketGone ? Side.gone() : Side.present(ticket.marks(), changedAt);
        Side left = job.ticketGone || ticket.access() == Access.LIVE ? left(job) : readOnly(left(job));
        return new Pair(standing, left, right, base, rebased, run.now(), answers(job));
    }

    /** What a person decided about these fields, where both sides still show what was decided about. */
    private Map<String, Resolution> answers(Job job) {
        Map<String, Resolution> answers = new HashMap<>();
        Stream.of("CONFLICT", Situation.IDENTITY.name(), Situation.FENCED.name())
                .map(job.answers::find)
                .flatMap(Optional::stream)
                .filter(given -> given.isPending() && Answers.fits(given, run.keys, job))
                .forEach(given -> {
                    Verb verb = given.answer().verb();
                    if (verb == Verb.LEFT || verb == Verb.RIGHT) {
                        Resolution side = verb == Verb.LEFT ? Resolution.LEFT : Resolution.RIGHT;
                        given.review().fields().forEach(field -> answers.put(field, side));
                    }
                });
        return answers;
    }

    /** Nothing is written to a ticket that ended: what would flow there is not looked at. */
    private Side readOnly(Side left) {
        Map<String, Mark> marks = new HashMap<>(left.marks());
        run.mapping.fields().stream()
                .filter(field -> field.direction() == Direction.LEFT_TO_RIGHT)
                .forEach(field -> marks.remove(field.name()));
        return new Side(left.presence(), marks, left.changedAt());
    }

    private static Side left(Job job) {
        Member member = job.member;
        if (member != null) {
            return Side.present(job.leftMarks, member.changedAt());
        }
        return job.mergedInto.isPresent() ? Side.merged() : Side.gone();
    }

    private static LinkStanding standing(Link link) {
        return switch (link.state()) {
            case LIVE, ENDED -> LinkStanding.LIVE;
            case CLOSED -> LinkStanding.CLOSED;
            case FENCED -> LinkStanding.FENCED;
        };
    }
}
