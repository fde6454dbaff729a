package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.Match;
import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.Answer.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns a decision into the tasks, questions and reasons of this member: what the status allows, what money allows, what
 * a held field leaves possible. Makes no call.
 */
final class CourseStep implements Step {
    /** Why nothing is done about a registration that ended. */
    static final String ENDED = "the registration ended at Accelevents; a sync does not register anybody again";

    private static final String GONE = "the member is gone; the registration ";

    private final Questions questions;
    private final CreateCourse creates;
    private final MergeCourse merges;

    CourseStep(Run run) {
        this.questions = new Questions(run);
        this.creates = new CreateCourse(run, questions);
        this.merges = new MergeCourse(run, questions);
    }

    @Override
    public void run(Job job) {
        if (job.member != null) {
            questions.unknownStatus(job);
            questions.heldFields(job);
        }
        questions.doubles(job);
        switch (job.knownDecision().reaction()) {
            case NOTHING -> rest(job);
            case MERGE, REVIVE -> follow(job);
            case CREATE -> afresh(job, creates::plan);
            case ADOPT -> afresh(job, this::adopt);
            case WAIT -> creates.resume(job);
            case REVIEW -> review(job);
            case SKIP -> job.skip = job.member == null ? GONE + "is left as it is" : ENDED;
            case TOMBSTONE -> job.skip = buried(job);
        }
    }

    @Override
    public String name() {
        return "guard";
    }

    private void rest(Job job) {
        Decision decision = job.knownDecision();
        if (decision.situation() == Situation.FENCED) {
            questions.ask(
                    job,
                    Situation.FENCED.name(),
                    decision.fieldsWith(Verdict.FENCE),
                    "somebody rewrites these fields whenever they were written; nothing is written until the pair is"
                            + " released");
        } else if (decision.situation() != Situation.TOMBSTONED) {
            follow(job);
        }
    }

    private static String buried(Job job) {
        return switch (job.knownDecision().situation()) {
            case LEFT_MERGED -> "the member was merged into another one; the registration is left as it is";
            case LEFT_GONE, GONE_AND_EDITED -> GONE + "is left as it is and not followed any more";
            case RIGHT_GONE -> ENDED;
            default -> "both sides are gone";
        };
    }

    private void follow(Job job) {
        if (job.link == null || job.ticketGone || job.member == null) {
            return;
        }
        if (job.action == StatusAction.REMOVE) {
            merges.remove(job);
            return;
        }
        if (job.action == StatusAction.REVIEW) {
            questions.askStatus(job);
        }
        if (isFlagged(job) && questions.askLapsed(job).isPresent()) {
            merges.removeForGood(job, "a person's decision");
            return;
        }
        merges.plan(job);
    }

    /** Somebody who was erased had this address: a person says whether this is another one (F-50, F-54). */
    private void afresh(Job job, Consumer<Job> course) {
        if (!job.erasedBefore
                || questions
                        .ask(
                                job,
                                "ERASED",
                                List.of(Fields.EMAIL),
                                "somebody with this address was erased, or is being erased; nothing is done before a"
                                        + " person says that this is somebody else, or wants to be here again")
                        .isPresent()) {
            course.accept(job);
        }
    }

    private void adopt(Job job) {
        if (job.ticketGone) {
            job.waitBecause("the registration that was found is gone; the next run looks again");
        } else if (job.action == StatusAction.REVIEW) {
            questions.askStatus(job);
        } else if (job.action == StatusAction.REMOVE) {
            questions.askRemoval(job).ifPresent(yes -> merges.remove(job));
        } else {
            if (isFlagged(job)) {
                questions.askLapsed(job); // an answer waits for the link
            }
            merges.adopt(job);
        }
    }

    /** The table asks about the status, and there is a registration to ask about. */
    private static boolean isFlagged(Job job) {
        return job.action == StatusAction.FLAG && job.knownTicket().access() == Access.LIVE;
    }

    private void review(Job job) {
        if (job.knownDecision().situation() == Situation.IDENTITY) {
            questions.ask(
                    job,
                    Situation.IDENTITY.name(),
                    List.of(Fields.NAME, Fields.EMAIL),
                    "the registration shows another name and another address: it may have been given to another person;"
                            + " nothing is written until the two sides agree");
            return;
        }
        if (job.match instanceof Match.Ambiguous ambiguous) {
            questions.ask(job, questions.disputed(job, ambiguous));
            return;
        }
        String why = job.member == null
                ? "the member is gone; the registration was left as it is"
                : "the two sides cannot be brought together without a decision";
        questions
                .ask(job, job.knownDecision().situation().name(), edited(job), why)
                .ifPresent(answer -> decided(job, answer));
    }

    /** The member or the ticket is gone, and a person has decided what becomes of the pair. Nobody is registered again. */
    private void decided(Job job, Answer answer) {
        if (answer.verb() == Verb.LEFT && !job.ticketGone) {
            merges.removeForGood(job, "a person's decision");
        } else {
            Decision seen = job.knownDecision();
            job.decision = new Decision(seen.situation(), Reaction.TOMBSTONE, seen.fields(), seen.strife());
            job.skip = job.member == null ? buried(job) : ENDED;
        }
    }

    /** The fields that were edited on the side that is left, so that an answer holds for these edits alone. */
    private static List<String> edited(Job job) {
        if (job.link == null || job.ticket == null) {
            return List.of();
        }
        Map<String, Mark> left = job.leftMarks;
        Map<String, Mark> right = job.ticket.marks();
        return job.link.base().entrySet().stream()
                .filter(field -> job.member == null
                        ? FieldMerge.rightChanged(
                                Optional.of(field.getValue()), right.getOrDefault(field.getKey(), Mark.UNSEEN))
                        : FieldMerge.leftChanged(
                                Optional.of(field.getValue()), left.getOrDefault(field.getKey(), Mark.UNSEEN)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
