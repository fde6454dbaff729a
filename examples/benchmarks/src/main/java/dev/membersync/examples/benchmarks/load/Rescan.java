package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.FakeMember;
import java.io.IOException;
import java.util.List;

/**
 * Everybody is in step; some are renamed and all are looked at again.
 *
 * @param share of the members who are renamed
 */
record Rescan(double share) implements Workload.Course {
    @Override
    public Figures run(Round round) throws IOException, InterruptedException {
        round.prepare();
        List<FakeMember> members = round.stage().people().members();
        int changed = (int) Math.round(share * members.size());
        for (int i = 0; i < changed; i++) {
            String userId = members.get(i * (members.size() / changed)).userId();
            round.stage()
                    .members()
                    .members()
                    .rename(userId, round.stage().people().name());
        }
        long began = System.nanoTime();
        round.once();
        return round.figures((System.nanoTime() - began) / 1e9, changed);
    }
}
