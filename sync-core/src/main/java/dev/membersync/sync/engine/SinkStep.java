package dev.membersync.sync.engine;

import dev.membersync.sync.record.TicketRef;
import java.util.Optional;

/**
 * Drops what an agreed plan does not have. In a plan: records the operations and lets the overlay believe that they were
 * made. In a run: does nothing more, unless the run only compares.
 */
final class SinkStep implements Step {
    private final Run run;
    private final Commit commit;

    SinkStep(Run run, Commit commit) {
        this.run = run;
        this.commit = commit;
    }

    @Override
    public void run(Job job) {
        if (!run.agreed.allows(
                job.userId(), job.tasks.stream().map(Task::operation).toList())) {
            job.drifted = true;
            drop(job);
        }
        if (run.plans()) {
            job.tasks.forEach(task -> {
                run.journal().planned(task.operation());
                assume(job, task);
            });
        } else if (run.mode == Mode.COMPARE && job.tasks.removeIf(task -> !(task instanceof Task.Adopt))) {
            job.held.add(KeyPass.REASON);
            if (job.takenPlace != null) {
                run.places.giveBack(job.takenPlace);
                job.takenPlace = null;
            }
        }
    }

    @Override
    public String name() {
        return "sink";
    }

    private void drop(Job job) {
        for (Task task : job.tasks) {
            if (task instanceof Task.Create create && job.intent == null) {
                run.places.giveBack(create.ticketTypeId());
            } else if (task instanceof Task.Exchange exchange) {
                run.places.giveBack(exchange.to().id());
            }
        }
        job.takenPlace = null;
        job.tasks.clear();
        job.held.add("the plan does not have what would be done now");
    }

    private void assume(Job job, Task task) {
        if (task instanceof Task.Create create) {
            commit.created(job, create, new TicketRef("planned:" + job.userId(), null, null, null));
        } else if (task instanceof Task.Adopt adopt) {
            commit.adopted(job, adopt);
        } else if (task instanceof Task.Update update) {
            commit.updated(job, update);
        } else if (task instanceof Task.UpdateMember update) {
            commit.memberUpdated(job, update, Optional.empty());
        } else if (task instanceof Task.Enrol enrol) {
            commit.enrolled(job, enrol);
        } else if (task instanceof Task.Exchange exchange) {
            commit.exchanged(job, exchange);
        } else if (task instanceof Task.Remove remove) {
            commit.removed(job, remove);
        }
    }
}
