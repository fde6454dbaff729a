package dev.membersync.examples.syncapp;

import dev.membersync.eventops.adapter.AttendanceFollowUp;
import dev.membersync.eventops.adapter.AttendanceReport;
import dev.membersync.eventops.config.AttendanceConfig;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has tags of contacts tell who was at an event that has ended. */
final class FollowUpCommand implements Command {
    @Override
    public String name() {
        return "follow-up";
    }

    @Override
    public String summary() {
        return "tag who was at an event that has ended, and who was not";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.WORKFLOW);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        return Session.run(args, console, surroundings, tenant -> {
            List<AttendanceConfig> workflows =
                    EventWorkflows.all(tenant, args, AttendanceConfig.class, AttendanceConfig.ID);
            if (tenant.config().memberships().profile().members() == MemberSource.USERS) {
                throw AppException.usage(tenant.config().file() + ": template " + AttendanceConfig.ID
                        + " tags contacts, and users of this profile have no tags; take it out of the file");
            }
            List<Map<String, Object>> facts = new ArrayList<>();
            List<AttendanceReport> reports = new ArrayList<>();
            for (AttendanceConfig workflow : workflows) {
                AttendanceReport report = report(tenant, workflow, surroundings);
                reports.add(report);
                facts.add(facts(workflow, report));
                tell(workflow, report, surroundings, console);
            }
            return new Outcome(
                    exit(reports), counts(workflows, reports), tenant.calls(), Facts.withFirst(facts, Map.of()));
        });
    }

    private static AttendanceReport report(Tenant tenant, AttendanceConfig workflow, Surroundings surroundings) {
        try {
            return AttendanceFollowUp.of(tenant, workflow, workflow.tags())
                    .run(surroundings.time().instant(), workflow.writes());
        } catch (IllegalArgumentException e) {
            throw AppException.usage(workflow.id() + " of " + workflow.event() + ": " + e.getMessage());
        }
    }

    private static Exit exit(List<AttendanceReport> reports) {
        if (reports.stream().anyMatch(report -> !report.complete())) {
            return Exit.SERVICE;
        }
        return reports.stream().anyMatch(AttendanceReport::held) ? Exit.STOPPED : Exit.DONE;
    }

    private static Counts counts(List<AttendanceConfig> workflows, List<AttendanceReport> reports) {
        Counts sum = Counts.NONE;
        for (int i = 0; i < reports.size(); i++) {
            AttendanceReport report = reports.get(i);
            long planned = workflows.get(i).writes() ? 0 : report.wanted();
            sum = new Counts(
                    0,
                    sum.updated() + report.tagged(),
                    0,
                    sum.unchanged() + report.unchanged(),
                    sum.skipped() + report.withoutConsent(),
                    sum.planned() + planned,
                    sum.held() + (report.held() ? report.wanted() : 0),
                    0,
                    0,
                    0);
        }
        return sum;
    }

    private static Map<String, Object> facts(AttendanceConfig workflow, AttendanceReport report) {
        return Facts.map(
                "workflow", workflow.id(),
                "event", workflow.event(),
                "due", report.due().toString(),
                "complete", report.complete(),
                "attended", report.attended(),
                "noShows", report.noShows(),
                "unchanged", report.unchanged(),
                "wanted", report.wanted(),
                "held", report.held(),
                "tagged", report.tagged(),
                "withoutConsent", report.withoutConsent());
    }

    private static void tell(
            AttendanceConfig workflow, AttendanceReport report, Surroundings surroundings, Console console) {
        console.line(workflow.id() + " of " + workflow.event());
        if (surroundings.time().instant().isBefore(report.due())) {
            console.line("  nothing is done before " + report.due());
            return;
        }
        if (!report.complete()) {
            console.line("  Accelevents did not show every attendee, so nothing was written; run again later");
        }
        console.figure(report.attended(), "{member was|members were} checked in");
        console.figure(report.noShows(), "held a ticket and {was|were} not");
        console.figure(report.unchanged(), "{has|have} the right tags");
        if (report.held()) {
            console.figure(
                    report.wanted(),
                    "would change, more than the key most allows ("
                            + workflow.tags().most()
                            + "), so nothing was written; if that is right, write a higher number");
        } else if (workflow.writes()) {
            console.figure(report.tagged(), "{was|were} tagged");
            console.figure(report.withoutConsent(), "were left out: they want no messages, or are gone");
        } else {
            console.figure(report.wanted(), "would be tagged; mode: auto does so");
        }
    }
}
