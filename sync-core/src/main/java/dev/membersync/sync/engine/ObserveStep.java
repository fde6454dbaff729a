package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Projection;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.record.Member;
import java.util.Map;
import java.util.Optional;

/** Takes the member that a scan of this run has read, else reads it, and projects it to canonical values. */
final class ObserveStep implements Step {
    private final Run run;

    ObserveStep(Run run) {
        this.run = run;
    }

    @Override
    public void run(Job job) {
        observe(job, listed(job).or(() -> read(job)));
    }

    /** Reads the member now, whatever a list of this run showed. */
    void again(Job job) {
        observe(job, read(job));
    }

    private Optional<Member> listed(Job job) {
        return run.observations.find(job.item).map(seen -> {
            job.listedAt = seen.nanos();
            return seen.member();
        });
    }

    private Optional<Member> read(Job job) {
        job.memberRead = true;
        long began = run.parts.time().nanos();
        Optional<Member> found = run.parts.members().find(job.userId());
        run.observations.read(job.userId(), began);
        return found;
    }

    private void observe(Job job, Optional<Member> seen) {
        job.member = seen.orElse(null);
        if (job.member == null) {
            job.projection = null;
            job.leftMarks = Map.of();
            job.action = StatusAction.KEEP;
            job.mergedInto = run.parts.members().mergedInto(job.userId());
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
