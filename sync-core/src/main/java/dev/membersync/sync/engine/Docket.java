package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.policy.Candidate;
import dev.membersync.sync.policy.Match;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.Answer.Verb;
import dev.membersync.sync.review.AnswerException;
import dev.membersync.sync.review.AnswerTable;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.sync.review.LiveReview.Field;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The reviews of one workflow: shown with live values, and answered. */
public final class Docket {
    private static final String IGNORED = Answer.of(Verb.IGNORE).toString();

    private final Parts parts;

    /** The reviews of this workflow. */
    public Docket(Parts parts) {
        this.parts = parts;
    }

    /** The open review with this id; a kind may hold a colon, so every one is tried. */
    public Optional<Review> find(String id) {
        return parts.store().inTransaction(parts.scope(), tx -> {
            for (int colon = id.indexOf(':'); colon > 0; colon = id.indexOf(':', colon + 1)) {
                Optional<Review> review = tx.reviews()
                        .find(id.substring(0, colon), id.substring(colon + 1))
                        .filter(known -> known.closedAt().isEmpty());
                if (review.isPresent()) {
                    return review;
                }
            }
            return Optional.empty();
        });
    }

    /** These reviews with what both sides show now; reads only, one to a few calls each. */
    public List<LiveReview> live(List<Review> reviews) {
        if (reviews.isEmpty()) {
            return List.of();
        }
        Run run = looking();
        return reviews.stream().map(review -> live(run, review)).toList();
    }

    /**
     * Keeps an answer, and marks the member in the same transaction.
     *
     * @param seen what was shown when it was given; empty to take what both sides show now
     * @throws AnswerException when the review does not take this answer, or is not open any more
     */
    public void answer(Review review, Answer given, Optional<String> seen) {
        String kind = review.kind();
        if (AnswerTable.find(kind, given).isEmpty()) {
            throw AnswerException.wrong(kind, "this cannot be answered");
        }
        if (kind.equals(NoMember.KIND)) {
            answerTicket(review, given, seen);
            return;
        }
        boolean word = kind.startsWith(Questions.UNKNOWN);
        String shown =
                word ? "" : seen.orElseGet(() -> live(List.of(review)).get(0).seen());
        if (!word && !shown.matches("[0-9a-f]{16}")) {
            throw AnswerException.wrong(kind, "what was seen is named by 16 hexadecimal digits");
        }
        parts.checkpoint().at("answer");
        Instant now = parts.time().instant();
        boolean open = parts.store().inTransaction(parts.scope(), tx -> {
            if (word) {
                return tx.reviews().close(kind, review.subject(), IGNORED, now);
            }
            tx.work().mark(List.of(review.subject()), Lane.LIVE, now);
            return tx.reviews().answer(kind, review.subject(), Answers.text(known(tx, kind, given), shown));
        });
        answered(review, open);
    }

    private void answered(Review review, boolean open) {
        if (!open) {
            throw AnswerException.unknown("the review " + review.id() + " is not open any more");
        }
        parts.checkpoint().at("answered");
    }

    /** Whose a ticket is can be said only of the holder whom it has now. */
    private void answerTicket(Review review, Answer given, Optional<String> seen) {
        Run run = looking();
        String shown = live(run, review).seen();
        String mapping = run.mapping.digest();
        if (seen.filter(then -> !then.equals(shown)).isPresent()) {
            throw AnswerException.wrong(review.kind(), "the holder is not the one who was shown; look again");
        }
        parts.checkpoint().at("answer");
        NoMemberAnswer answer =
                new NoMemberAnswer(review, given, shown, parts.time().instant());
        answered(review, parts.store().inTransaction(parts.scope(), tx -> answer.keep(tx, mapping)));
    }

    /** A ticket is kept by its name, so that nothing that a person types is. */
    private static Answer known(Tx tx, String kind, Answer given) {
        if (given.verb() != Verb.VALUE || !kind.equals(Situation.DISPUTED.name())) {
            return given;
        }
        return free(tx, given.value())
                .map(ticket -> Answer.value(ticket.ref().shown()))
                .orElseThrow(() -> AnswerException.wrong(kind, "no live ticket without a member has this name"));
    }

    /** The live ticket with this name that nobody is linked to. */
    static Optional<TicketRow> free(Tx tx, String name) {
        return Stream.of(
                        new TicketRef(name, null, null, null),
                        new TicketRef(null, name, null, null),
                        new TicketRef(null, null, name, null))
                .flatMap(ref -> tx.tickets().find(ref).stream())
                .filter(ticket -> ticket.access() == Registration.Access.LIVE)
                .filter(ticket -> tx.links().byTicket(List.of(ticket.row())).isEmpty())
                .findFirst();
    }

    /** Others go on writing meanwhile: no step relies on what another one has written. */
    private Run looking() {
        return new Director(parts).looking(new Glance(parts.store()));
    }

    /** The steps of the pipeline look, so that what is shown here is what an answer will be compared with. */
    private LiveReview live(Run run, Review review) {
        Job job = new Job(new WorkItem(review.subject(), 0, 0, Lane.LIVE, run.now(), 0, Optional.empty()));
        List<Field> fields = new ArrayList<>();
        if (!review.kind().startsWith(Questions.UNKNOWN)) {
            if (NoMember.isAbout(review.kind())) {
                job.ticket = run.inTransaction(
                        tx -> NoMember.ticket(tx, review.subject()).orElse(null));
                if (job.ticket == null) { // a plan remembers no ticket
                    job.shown = run.desk.read(NoMember.ref(review.subject())).orElse(null);
                }
            } else {
                new ObserveStep(run).again(job);
                new ResolveStep(run).run(job);
            }
            if (job.ticket != null) {
                job.ticketGone = new FarSideStep(run).look(job).isEmpty();
            }
            List<String> names = review.fields().isEmpty()
                    ? run.mapping.fields().stream().map(field -> field.name()).toList()
                    : review.fields();
            names.forEach(name -> fields.addAll(rows(run, job, name)));
        }
        return new LiveReview(
                parts.workflow().id(),
                parts.workflow().desk().event(),
                review,
                fields,
                run.keys.seen(review.fields(), job),
                AnswerTable.of(review.kind()));
    }

    private static List<Field> rows(Run run, Job job, String name) {
        Value left = job.projection == null ? Value.unseen() : job.projection.value(name);
        if (job.match instanceof Match.Ambiguous ambiguous) {
            return ambiguous.candidates().stream()
                    .map(candidate -> row(run, candidate, name, left))
                    .toList();
        }
        Value right = job.shown == null ? Value.unseen() : right(run, job.shown, name);
        String ticket = job.ticket == null ? "" : job.ticket.ref().shown();
        return List.of(new Field(ticket, name, left, right, isAgreed(job, name)));
    }

    private static Field row(Run run, Candidate candidate, String name, Value left) {
        Value right = run.desk
                .read(candidate.ticket())
                .map(shown -> right(run, shown, name))
                .orElse(Value.unseen());
        return new Field(candidate.ticket().shown(), name, left, right, false);
    }

    private static Value right(Run run, Registration shown, String name) {
        return run.mapping.right(shown).getOrDefault(name, Value.unseen());
    }

    private static boolean isAgreed(Job job, String name) {
        if (job.link == null || job.ticket == null) {
            return false;
        }
        Map<String, Mark> right = job.ticket.marks();
        return Optional.ofNullable(job.link.base().get(name))
                .filter(base -> base.left().agrees(job.leftMarks.getOrDefault(name, Mark.UNSEEN)))
                .filter(base -> base.right().agrees(right.getOrDefault(name, Mark.UNSEEN)))
                .isPresent();
    }
}
