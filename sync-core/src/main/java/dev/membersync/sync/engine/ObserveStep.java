package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Projection;

/** Takes the member that a scan of this run has read, else reads it, and projects it to canonical values. */
final class ObserveStep implements Step {
    private final Run run;

    ObserveStep(Run run) {
        this.run = run;
    }

    @Override
    public void run(Job job) {
        job.member = run.observations
                .find(job.userId())
                .or(() -> run.parts.members().find(job.userId()))
                .orElse(null);
        if (job.member == null) {
            return;
        }
        Projection projection = run.mapping.left(job.member);
        job.projection = projection;
        job.leftMarks = run.keys.marks(projection);
        job.action = run.parts.workflow().statuses().action(job.member.status());
    }

    @Override
    public String name() {
        return "observe";
    }
}
