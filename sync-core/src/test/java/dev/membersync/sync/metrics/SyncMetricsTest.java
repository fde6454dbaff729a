package dev.membersync.sync.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.intake.HookOutcome;
import dev.membersync.sync.intake.LiveEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<LiveEvent> passedOn = new ArrayList<>();
    private final SyncMetrics metrics = SyncMetrics.of(registry, new SyncListener() {
        @Override
        public void live(LiveEvent event) {
            passedOn.add(event);
        }
    });

    @Test
    void countsOperationsByKindAndNamesNobody() {
        metrics.done(new PlannedOperation("UPDATE", "m1", "17", List.of("name"), "LEFT_CHANGED", "link", ""));

        assertThat(registry.get("membersync.operations")
                        .tag("kind", "update")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .noneMatch(tag -> tag.getValue().equals("m1")));
    }

    @Test
    void countsWhatComesInAndPassesItOn() {
        metrics.live(new LiveEvent.Hooked("/hooks/generic", HookOutcome.UNPROVEN));
        metrics.live(new LiveEvent.Polled("w", "order changes", 7, 3));
        metrics.live(new LiveEvent.Scanned("w", 4, true));
        metrics.live(new LiveEvent.Resumed("accelevents"));

        assertThat(registry.get("membersync.hooks")
                        .tag("outcome", "unproven")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("membersync.poll.marked").counter().count()).isEqualTo(3);
        assertThat(registry.get("membersync.scans")
                        .tag("complete", "true")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(passedOn).hasSize(4);
    }
}
