package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.LinkCoverage;
import dev.membersync.sync.config.GoLiveConfig;
import dev.membersync.sync.config.Tenant;
import java.util.List;
import java.util.Map;

/** Whether enough registrations are a member's: where addresses differ on both sides, most of them would not be. */
final class CoverageGate {
    private CoverageGate() {}

    static Outcome measure(Tenant tenant, Console console) {
        GoLiveConfig config = tenant.config().goLive();
        List<LinkCoverage> events = tenant.engine().coverage(config.notMembers());
        events.forEach(event -> console.line("  " + event.event() + ": " + event.linked() + " of "
                + event.registrations() + " registrations are a member's, " + event.notMembers()
                + " are of a ticket type for others; that is " + event.percent() + " %, and the target "
                + config.coverage() + " %"));
        boolean reached = events.stream().allMatch(event -> event.reaches(config.coverage()));
        return new Outcome(
                reached ? Exit.DONE : Exit.OPEN,
                Counts.NONE,
                tenant.calls(),
                Facts.map(
                        "target",
                        config.coverage(),
                        "coverage",
                        events.stream().map(CoverageGate::facts).toList()));
    }

    private static Map<String, Object> facts(LinkCoverage event) {
        return Facts.map(
                "event", event.event(),
                "occurrence", event.occurrence(),
                "registrations", event.registrations(),
                "linked", event.linked(),
                "notMembers", event.notMembers(),
                "percent", event.percent());
    }
}
