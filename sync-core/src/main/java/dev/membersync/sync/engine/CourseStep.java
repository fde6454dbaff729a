package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Match;
import dev.membersync.sync.policy.StatusAction;
import java.util.List;

/**
 * Turns a decision into the tasks, questions and reasons of this member: what the status allows, what money allows, what
 * a held field leaves possible. Makes no call.
 */
final class CourseStep implements Step {
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
            case NOTHING -> follow(job);
            case MERGE -> follow(job);
            case CREATE -> creates.plan(job);
            case ADOPT -> adopt(job);
            case WAIT -> creates.resume(job);
            case REVIEW -> review(job);
            case SKIP -> job.skip = "the registration ended at Accelevents; a sync does not register anybody again";
            case TOMBSTONE -> job.skip = "both sides are gone";
        }
    }

    @Override
    public String name() {
        return "guard";
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
            questions.ask(job, "STATUS", List.of(), "the table asks for a person's decision about this status");
        }
        merges.plan(job);
    }

    private void adopt(Job job) {
        if (job.ticketGone) {
            job.held.add("the registration that was found is gone; the next run looks again");
        } else if (job.action == StatusAction.REVIEW) {
            questions.ask(job, "STATUS", List.of(), "the table asks for a person's decision about this status");
        } else if (job.action == StatusAction.REMOVE) {
            questions.ask(job, "STATUS", List.of(), "the table removes this status, and the registration is not ours");
        } else {
            merges.adopt(job);
        }
    }

    private void review(Job job) {
        String why = job.match instanceof Match.Ambiguous ambiguous
                ? ambiguous.why()
                : job.member == null
                        ? "the member is gone; the registration was left as it is"
                        : "the two sides cannot be brought together without a decision";
        questions.ask(job, job.knownDecision().situation().name(), List.of(), why);
    }
}
