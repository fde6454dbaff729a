package dev.membersync.sync.engine;

import dev.membersync.sync.store.WorkItem;
import dev.membersync.sync.workflow.RunHaltedException;
import java.util.List;

/** The way of one leased member: the same steps, in the same order, for a plan and for a run. */
final class Pipeline {
    private final Run run;
    private final List<Step> steps;
    private final Failures failures;

    Pipeline(Run run) {
        this.run = run;
        Commit commit = new Commit(run);
        FarSideStep farSide = new FarSideStep(run);
        ObserveStep observe = new ObserveStep(run);
        ResolveStep resolve = new ResolveStep(run);
        this.steps = List.of(
                observe,
                resolve,
                farSide,
                new DecideStep(run, observe, resolve, farSide),
                new CourseStep(run),
                new SinkStep(run, commit),
                new CallStep(run, commit),
                new ReleaseStep(run, commit));
        this.failures = new Failures(run);
    }

    /** Works on a leased member to the end; a failure is dealt with here and never reaches the caller. */
    void process(WorkItem item) {
        run.checkpoint("lease");
        if (run.halt.isCalled()) {
            failures.postpone(item);
            return;
        }
        Job job = new Job(item);
        try {
            for (Step step : steps) {
                run.checkpoint(step.name());
                step.run(job);
            }
            failures.worked(job);
        } catch (RuntimeException failure) {
            failures.handle(job, failure);
        } catch (Error fatal) {
            run.halt.because(
                    new RunHaltedException("the run ended by an error of the Java runtime or of a mapper", fatal));
            throw fatal;
        }
    }
}
