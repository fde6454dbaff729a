package dev.membersync.examples.benchmarks.load;

import dev.membersync.testkit.FakeMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * People who rename themselves, change their address or become members, each told by a webhook that comes up to 1.5 s late, so that several change their order, and one in
 * three times once more.
 */
final class Edits {
    private static final int LATE_MILLIS = 1_500;
    private static final int AGAIN_MILLIS = 3_000;

    private final Stage stage;
    private final Hooks hooks;
    private final Timetable timer;
    private final SplittableRandom random;
    private final Latencies latencies = new Latencies();
    private final List<String> userIds = new ArrayList<>();

    Edits(Stage stage, Hooks hooks, Timetable timer, long seed) {
        this.stage = stage;
        this.hooks = hooks;
        this.timer = timer;
        this.random = new SplittableRandom(seed);
        stage.people().members().forEach(member -> userIds.add(member.userId()));
    }

    Latencies latencies() {
        return latencies;
    }

    /** Plans so many edits, so far apart. */
    void plan(int count, double perSecond) {
        for (int i = 0; i < count; i++) {
            timer.after((long) (i * 1e9 / perSecond), this::edit);
        }
    }

    private synchronized void edit() {
        int kind = random.nextInt(100);
        String userId;
        Instant changed = Instant.now();
        if (kind < 15) {
            FakeMember member = stage.people().another();
            userId = member.userId();
            stage.members().members().add(member);
            userIds.add(userId);
        } else {
            userId = userIds.get(random.nextInt(userIds.size()));
            if (kind < 30) {
                stage.members().members().changeEmail(userId, "moved" + random.nextInt(1 << 30) + "@example.org");
            } else {
                stage.members().members().rename(userId, stage.people().name());
            }
        }
        int late = random.nextInt(LATE_MILLIS);
        int again = random.nextInt(AGAIN_MILLIS);
        boolean twice = random.nextInt(3) == 0;
        boolean sooner = twice && again < late;
        tell(userId, changed, sooner ? again : late, true);
        if (twice) {
            tell(userId, changed, sooner ? late : again, false);
        }
    }

    private void tell(String userId, Instant changed, int late, boolean first) {
        timer.afterMillis(late, () -> {
            if (first) {
                latencies.add(new Latencies.Told(userId, changed, Instant.now()));
            }
            hooks.send("memberships", userId);
        });
    }
}
