package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.MemberUpdate;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.TicketRef;
import java.util.Map;

/** Makes the operations of a member, one after the other, each remembered before the next begins. */
final class CallStep implements Step {
    /** Why nothing is written to a member who is not there any more. */
    static final String MEMBER_GONE = "the member was gone when it was to be written; the next scan settles it";

    private final Run run;
    private final Commit commit;
    private final CreateCall creates;
    private final EnrolCall enrolments;

    CallStep(Run run, Commit commit) {
        this.run = run;
        this.commit = commit;
        this.creates = new CreateCall(run, commit);
        this.enrolments = new EnrolCall(run, commit);
    }

    @Override
    public void run(Job job) {
        if (run.plans()) {
            return;
        }
        if (job.dropIntent) {
            creates.drop(job);
        }
        for (Task task : job.tasks) {
            if (perform(job, task)) {
                run.journal().done(task.operation());
            }
        }
        if (job.shown == null && !job.ticketGone && job.knownDecision().has(Verdict.LOOK)) {
            throw new ComeBackException("the ticket cannot be read before an order shows its id");
        }
    }

    @Override
    public String name() {
        return "call";
    }

    private boolean perform(Job job, Task task) {
        if (task instanceof Task.Create create) {
            return creates.run(job, create);
        }
        if (task instanceof Task.Adopt adopt) {
            commit.adopted(job, adopt);
            return true;
        }
        if (job.ticketGone) {
            return false; // an earlier task of this member found the ticket gone
        }
        TicketRef ticket = job.knownTicket().ref();
        if (task instanceof Task.UpdateMember update) {
            return updateMember(job, update);
        }
        if (task instanceof Task.Enrol enrol) {
            return !MEMBER_GONE.equals(job.skip) && enrolments.run(job, enrol);
        }
        if (task instanceof Task.Update update) {
            if (run.desk.update(ticket, update.draft(), shown -> checkStill(job, update, shown))) {
                run.checkpoint("updated");
                commit.updated(job, update);
                return true;
            }
        } else if (task instanceof Task.Exchange exchange) {
            if (run.desk.exchange(ticket, exchange.from(), exchange.to(), paymentType())) {
                run.checkpoint("exchanged");
                job.takenPlace = null;
                commit.exchanged(job, exchange);
                return true;
            }
        } else if (task instanceof Task.Remove remove) {
            run.desk.remove(ticket);
            run.checkpoint("removed");
            commit.removed(job, remove);
            return true;
        }
        job.ticketGone = true;
        job.skip = CourseStep.ENDED;
        return false;
    }

    /** A difference in price is never booked as paid unasked. */
    private String paymentType() {
        return run.parts.workflow().paidTickets().paymentType().orElse("UNPAID");
    }

    private boolean updateMember(Job job, Task.UpdateMember update) {
        MemberUpdate result = run.parts.members().update(job.userId(), update.draft());
        if (result instanceof MemberUpdate.Applied applied) {
            run.checkpoint("member updated");
            commit.memberUpdated(job, update, applied.shown());
            return true;
        }
        job.skip = MEMBER_GONE;
        return false;
    }

    /** The write brings a fresh read with it: what changed since it was decided about is decided about again (F-60). */
    private void checkStill(Job job, Task.Update update, Registration shown) {
        Map<String, Mark> decided = job.knownTicket().marks();
        Map<String, Mark> now = run.keys.marks(shown);
        for (String field : update.fields()) {
            Mark before = decided.getOrDefault(field, Mark.UNSEEN);
            Mark after = now.getOrDefault(field, Mark.UNSEEN);
            if (!before.isUnseen() && !after.isUnseen() && !before.agrees(after)) {
                FarSideStep.remember(run, job, shown);
                throw new ComeBackException("the registration changed while it was decided about");
            }
        }
    }
}
