package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Projection;
import dev.membersync.sync.record.Member;
import java.util.Optional;

/** Takes the member that a scan of this run has read, else reads it, and projects it to canonical values. */
final class ObserveStep implements Step {
    private final Run run;

    ObserveStep(Run run) {
        this.run = run;
    }

    @Override
    public void run(Job job) {
        job.member =
                run.observations.find(job.item).or(() -> read(job.userId())).orElse(null);
        if (job.member == null) {
            return;
        }
        Projection projection = run.mapping.left(job.member);
        job.projection = projection;
        job.leftMarks = run.keys.marks(projection);
        job.action = run.parts.workflow().statuses().action(job.member.status());
    }

    private Optional<Member> read(String userId) {
        long began = run.parts.time().nanos();
        Optional<Member> found = run.parts.members().find(userId);
        run.observations.read(userId, began);
        return found;
    }

    @Override
    public String name() {
        return "observe";
    }
}
