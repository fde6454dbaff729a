package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.store.WorkItem;
import dev.membersync.sync.workflow.RunHaltedException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The way of one leased member: the same steps, in the same order, for a plan and for a run. */
final class Pipeline {
    private final Run run;
    private final Function<Lane, List<Step>> steps;
    private final Failures failures;

    /** Every member in the lane of the run. */
    Pipeline(Run run) {
        this.run = run;
        List<Step> all = steps(run, List.of());
        this.steps = lane -> all;
        this.failures = new Failures(run, Failures.MOST_IN_A_ROW);
    }

    private Pipeline(Run run, Map<Lane, List<Step>> steps, Failures failures) {
        this.run = run;
        this.steps = lane -> Objects.requireNonNull(steps.get(lane));
        this.failures = failures;
    }

    /** Every member in the lane of its work; a step that may object stands before the first write. */
    static Pipeline live(Run run, Step beforeWrites) {
        Map<Lane, List<Step>> steps = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            steps.put(lane, steps(run.inLane(lane), List.of(beforeWrites)));
        }
        return new Pipeline(run, steps, new Failures(run, Failures.FEW_IN_A_ROW));
    }

    private static List<Step> steps(Run run, List<Step> beforeWrites) {
        Commit commit = new Commit(run);
        FarSideStep farSide = new FarSideStep(run);
        ObserveStep observe = new ObserveStep(run);
        ResolveStep resolve = new ResolveStep(run);
        List<Step> steps = new ArrayList<>(List.of(
                observe, resolve, farSide, new DecideStep(run, observe, resolve, farSide), new CourseStep(run)));
        steps.addAll(beforeWrites);
        steps.add(new SinkStep(run, commit));
        steps.add(new CallStep(run, commit));
        steps.add(new ReleaseStep(run, commit));
        return List.copyOf(steps);
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
            for (Step step : steps.apply(item.lane())) {
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
