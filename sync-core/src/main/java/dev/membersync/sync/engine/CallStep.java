package dev.membersync.sync.engine;

import dev.membersync.sync.record.TicketRef;

/** Makes the operations of a member, one after the other, each remembered before the next begins. */
final class CallStep implements Step {
    private final Run run;
    private final Commit commit;
    private final CreateCall creates;

    CallStep(Run run, Commit commit) {
        this.run = run;
        this.commit = commit;
        this.creates = new CreateCall(run, commit);
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
        if (task instanceof Task.Update update) {
            if (run.desk.update(ticket, update.draft())) {
                run.checkpoint("updated");
                commit.updated(job, update);
                return true;
            }
        } else if (task instanceof Task.Exchange exchange) {
            if (run.desk.exchange(ticket, exchange.ticketTypeId())) {
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
        job.skip = "the registration ended at Accelevents; a sync does not register anybody again";
        return false;
    }
}
