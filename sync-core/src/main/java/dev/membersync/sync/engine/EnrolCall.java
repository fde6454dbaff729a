package dev.membersync.sync.engine;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.error.TransportException.Outcome;
import dev.membersync.sync.adapter.MemberUpdate;
import dev.membersync.sync.store.Base;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts a member into a workflow. That the call is about to be sent is stored before; it is taken back only where the call
 * is proven to have had no effect. Whoever finds it stored asks a person, whether a lost answer or a death left it there.
 */
final class EnrolCall {
    private final Run run;
    private final Commit commit;

    EnrolCall(Run run, Commit commit) {
        this.run = run;
        this.commit = commit;
    }

    /** True when the member was enrolled; false when there is no such member any more. */
    boolean run(Job job, Task.Enrol enrol) {
        if (enrol.workflowId().isEmpty()) {
            throw new ComeBackException("the ticket cannot be read before an order shows its id");
        }
        note(job, enrol, Enrolment.SENT);
        run.checkpoint("enrolling");
        if (send(job, enrol) instanceof MemberUpdate.Applied) {
            run.checkpoint("enrolled");
            commit.enrolled(job, enrol);
            return true;
        }
        note(job, enrol, Enrolment.UNDONE);
        job.skip = CallStep.MEMBER_GONE;
        return false;
    }

    private MemberUpdate send(Job job, Task.Enrol enrol) {
        try {
            return run.parts.members().enrol(job.userId(), enrol.workflowId());
        } catch (ApiException failure) {
            if (hadNoEffect(failure)) {
                note(job, enrol, Enrolment.UNDONE);
            }
            throw isOfTheWorkflow(failure)
                    ? new RefusedException("HighLevel refused to put the member into the workflow " + enrol.workflowId()
                            + " (" + failure.getMessage()
                            + "); write the id of a published one under enrol, then answer left")
                    : failure;
        }
    }

    /** What names no record and no rule says more about the workflow than about the member: many of these end the run. */
    private static boolean isOfTheWorkflow(ApiException failure) {
        return failure instanceof NotFoundException || isDoubtful(failure);
    }

    /** A refusal that names none of the vendor's rules may come from something in between, and may hide an effect (F-06). */
    private static boolean isDoubtful(ApiException failure) {
        return failure instanceof RejectedException && failure.code().isEmpty();
    }

    private static boolean hadNoEffect(ApiException failure) {
        return (failure instanceof RejectedException && !isDoubtful(failure))
                || failure instanceof ThrottledException
                || failure instanceof AuthException
                || failure instanceof NotFoundException
                || (failure instanceof TransportException lost && lost.outcome() == Outcome.NOT_SENT);
    }

    /** An answer that asked for this call is used up with the note: it never sends a second one. */
    private void note(Job job, Task.Enrol enrol, Base base) {
        run.inTransaction(tx -> {
            Map<String, Base> all = new LinkedHashMap<>(job.knownLink().base());
            all.put(enrol.field(), base);
            commit.replace(
                    job, tx, job.knownLink().withBase(all, job.knownLink().mapping()));
            job.answers.settle(tx, Enrolments.ENROLMENT, run.now());
            return true;
        });
    }
}
