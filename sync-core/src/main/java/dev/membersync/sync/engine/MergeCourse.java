package dev.membersync.sync.engine;

import dev.membersync.sync.engine.Operation.Kind;
import dev.membersync.sync.mapping.FieldException;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.Exchanges;
import dev.membersync.sync.policy.Match;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.store.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the verdicts on a linked pair into tasks: the holder's fields in one write, the ticket type by an exchange, and
 * the member's fields last, so that a member who cannot be written holds up nothing else; after them what they enrol him for.
 */
final class MergeCourse {
    private final Run run;
    private final Questions questions;
    private final Enrolments enrolments;

    MergeCourse(Run run, Questions questions) {
        this.run = run;
        this.questions = questions;
        this.enrolments = new Enrolments(run, questions);
    }

    /** The ticket that was there becomes the member's own; then it follows the member. */
    void adopt(Job job) {
        String rule = job.match instanceof Match.Unique unique ? unique.rule() : "match";
        job.tasks.add(new Task.Adopt(operation(job, Kind.LINK, List.of(), rule), job.knownTicket()));
        plan(job);
    }

    /** What the merge asks for. */
    void plan(Job job) {
        Decision decision = job.knownDecision();
        List<String> disputed = decision.fieldsWith(Verdict.REVIEW);
        if (!disputed.isEmpty()) {
            questions.ask(job, "CONFLICT", disputed, "both sides changed these fields to different values");
        }
        List<String> holder = new ArrayList<>(decision.fieldsWith(Verdict.TO_RIGHT));
        boolean exchange = holder.remove(Fields.TICKET_TYPE);
        holder.removeIf(field ->
                run.mapping.field(field).filter(MergeCourse::writesNothing).isPresent());
        if (!holder.isEmpty()) {
            job.tasks.add(new Task.Update(
                    operation(job, Kind.UPDATE, holder, "merge"),
                    run.mapping.draft(job.knownProjection(), holder),
                    holder));
        }
        if (exchange) {
            exchange(job);
        }
        List<String> member = decision.fieldsWith(Verdict.TO_LEFT).stream()
                .filter(field -> !Fields.isEnrolment(field))
                .toList();
        boolean told = member.isEmpty() || updateMember(job, member);
        enrolments.plan(job, told);
    }

    private static boolean writesNothing(FieldMapper field) {
        return field.rightWrites().isEmpty();
    }

    /** False when a state is not told now. */
    private boolean updateMember(Job job, List<String> fields) {
        MemberDraft draft = MemberDraft.empty();
        List<String> written = new ArrayList<>(fields);
        Registration shown = job.shown;
        List<String> refused = new Steps(run, questions).refused(job, fields);
        written.removeAll(refused);
        if (shown != null) {
            written.removeIf(field -> !isWritten(job, field, shown, draft));
        }
        if (!written.isEmpty()) {
            job.tasks.add(new Task.UpdateMember(operation(job, Kind.UPDATE_MEMBER, written, "merge"), draft, written));
        }
        return refused.isEmpty();
    }

    /** Writes one field into the draft; a value that the member cannot take holds that field alone. */
    private boolean isWritten(Job job, String field, Registration shown, MemberDraft draft) {
        try {
            run.mapping.toLeft(field, shown, draft);
            return true;
        } catch (FieldException why) {
            questions.held(job, field, why);
            return false;
        }
    }

    /** The status asks for the removal of the ticket. */
    void remove(Job job) {
        Optional<TicketTypeInfo> type = currentType(job);
        if (type.map(TicketTypeInfo::isFree).orElse(false)
                || run.parts.workflow().moneyMoves()) {
            removeForGood(job, "status");
        } else {
            questions
                    .ask(
                            job,
                            "PAID_REMOVAL",
                            List.of(),
                            "the ticket has a price or none is known; the vendor's delete refunds")
                    .ifPresent(yes -> removeForGood(job, "a person's decision"));
        }
    }

    /** The ticket is deleted, whatever it costs. */
    void removeForGood(Job job, String rule) {
        job.tasks.add(new Task.Remove(operation(job, Kind.REMOVE, List.of(), rule)));
    }

    private void exchange(Job job) {
        String wanted = run.mapping
                .draft(job.knownProjection(), List.of(Fields.TICKET_TYPE))
                .ticketType()
                .orElseThrow();
        TicketTypeInfo target = run.places.type(wanted);
        Optional<TicketTypeInfo> current = currentType(job);
        if (current.isEmpty()) {
            String why = "what the ticket cost is not known, so nobody can say what the exchange to " + target.name()
                    + " does to the money; exchange it at Accelevents";
            questions.ask(job, ofType(job, "PRICE_CHANGE", why));
            return;
        }
        Optional<Review> doubt = doubt(job, current.get(), target);
        if (doubt.isPresent() && questions.ask(job, doubt.get()).isEmpty()) {
            return;
        }
        if (!run.places.take(wanted)) {
            job.parkFor = CreateCourse.PLACES + wanted;
            job.waitBecause("no place is left in the ticket type " + target.name());
        } else {
            job.takenPlace = wanted;
            job.tasks.add(new Task.Exchange(
                    operation(job, Kind.EXCHANGE, List.of(Fields.TICKET_TYPE), target.name()),
                    current.get(),
                    target,
                    Fields.TICKET_TYPE));
        }
    }

    /** What a person is asked before this exchange is made. */
    private Optional<Review> doubt(Job job, TicketTypeInfo current, TicketTypeInfo target) {
        if (!target.costsAsMuchAs(current) && !run.parts.workflow().moneyMoves()) {
            String why =
                    "the exchange to " + target.name() + " changes the price; moneyMoves: allow makes such exchanges";
            return Optional.of(ofType(job, "PRICE_CHANGE", why));
        }
        return run.parts.workflow().exchanges() == Exchanges.ASK
                ? Optional.of(ofType(job, "EXCHANGE", "the member's plan asks for the ticket type " + target.name()))
                : Optional.empty();
    }

    private Review ofType(Job job, String kind, String why) {
        return Review.ask(kind, job.userId(), List.of(Fields.TICKET_TYPE), why, run.now());
    }

    private Optional<TicketTypeInfo> currentType(Job job) {
        return job.knownTicket().ticketTypeId().filter(run.places::knows).map(run.places::type);
    }

    private Operation operation(Job job, Kind kind, List<String> fields, String rule) {
        return new Operation(
                kind,
                job.userId(),
                job.knownTicket().ref().shown(),
                fields,
                job.knownDecision().situation(),
                rule,
                run.keys.seen(fields, job));
    }
}
