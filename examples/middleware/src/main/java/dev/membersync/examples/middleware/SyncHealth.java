package dev.membersync.examples.middleware;

import dev.membersync.sync.LiveStatus;
import dev.membersync.sync.LiveSync;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

// snippet: health
/** Down while a service or the store is not called. What it shows names workflows and systems, and nobody. */
@Component("membersync")
final class SyncHealth implements HealthIndicator {
    private final LiveSync live;

    SyncHealth(LiveSync live) {
        this.live = live;
    }

    @Override
    public Health health() {
        LiveStatus status = live.status();
        Health.Builder health = status.halted().isEmpty() ? Health.up() : Health.down();
        status.workflows().forEach(flow -> health.withDetail(flow.workflow() + " at " + flow.event(), facts(flow)));
        return health.withDetail("halted", halted(status)).build();
    }

    private static Map<String, Object> facts(LiveStatus.Flow flow) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ready", flow.ready());
        facts.put("waiting", flow.waiting());
        facts.put("givenUp", flow.deadLetters());
        flow.pausedBecause().ifPresent(why -> facts.put("paused", why));
        return facts;
    }

    private static List<String> halted(LiveStatus status) {
        return status.halted().stream()
                .map(system -> system.incident().subject() + " "
                        + system.incident().kind() + ": " + system.incident().nextStep())
                .toList();
    }
}
// end
