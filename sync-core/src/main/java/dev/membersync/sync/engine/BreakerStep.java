package dev.membersync.sync.engine;

import java.util.function.Consumer;

/** Stands before the first write of a member: too many operations in a short time stop the workflow, not the member. */
final class BreakerStep implements Step {
    private final Breaker breaker;
    private final Consumer<Breaker.Objection> stop;

    BreakerStep(Breaker breaker, Consumer<Breaker.Objection> stop) {
        this.breaker = breaker;
        this.stop = stop;
    }

    @Override
    public void run(Job job) {
        if (!job.tasks.isEmpty()) {
            breaker.add(job.userId(), job.tasks).ifPresent(objection -> {
                stop.accept(objection);
                throw new PausedException(objection.message());
            });
        }
    }

    @Override
    public String name() {
        return "breaker";
    }
}
