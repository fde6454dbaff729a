package dev.membersync.examples.syncapp;

import dev.membersync.examples.syncapp.internal.JsonText;
import dev.membersync.sync.DailyTime;
import dev.membersync.sync.HygieneReport;
import dev.membersync.sync.LiveStatus;
import dev.membersync.sync.ReconciliationReport;
import dev.membersync.sync.WorkflowFigures;
import dev.membersync.sync.config.NightlyConfig.Format;
import dev.membersync.sync.store.Incident;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is written once a day: the figures of every workflow and the reconciliation of payments. Holds no personal data.
 *
 * @param due when it was due
 * @param daily the time of day that it belongs to
 * @param now when it was made
 * @param swept whether every list was read whole since it was due
 * @param figures how far both sides agree
 * @param payments the reconciliation of payments
 * @param hygiene likely duplicates and broken links, where the file asks for them
 * @param incidents what went wrong and is not over
 */
record NightlyReport(
        Instant due,
        DailyTime daily,
        Instant now,
        boolean swept,
        List<WorkflowFigures> figures,
        List<ReconciliationReport> payments,
        List<HygieneReport> hygiene,
        List<Incident> incidents) {
    static NightlyReport of(
            Instant due,
            DailyTime daily,
            Instant now,
            boolean swept,
            List<WorkflowFigures> figures,
            List<ReconciliationReport> payments,
            List<HygieneReport> hygiene,
            LiveStatus status) {
        return new NightlyReport(due, daily, now, swept, figures, payments, hygiene, status.incidents());
    }

    LocalDate day() {
        return daily.day(due);
    }

    boolean isClean() {
        return swept
                && incidents.isEmpty()
                && figures.stream().allMatch(WorkflowFigures::isClean)
                && payments.stream().allMatch(ReconciliationReport::isReconciled);
    }

    String text(Format format) {
        return format == Format.JSON ? JsonText.write(facts()) + "\n" : markdown();
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = Facts.map(
                "day", day().toString(),
                "due", due.toString(),
                "zone", daily.zone().getId(),
                "made", now.toString(),
                "swept", swept,
                "clean", isClean(),
                "workflows", figures.stream().map(NightlyReport::facts).toList(),
                "incidents", incidents.stream().map(Incident::kind).toList(),
                "payments",
                        payments.stream()
                                .map(report -> ReportCommand.facts(report, now))
                                .toList());
        HygieneText.facts(hygiene, facts);
        return facts;
    }

    private static Map<String, Object> facts(WorkflowFigures one) {
        return Facts.map(
                "workflow", one.workflow(),
                "event", one.event(),
                "pairs", one.pairs(),
                "equal", one.equal(),
                "different", one.different(),
                "notListed", one.notListed(),
                "ended", one.ended(),
                "stopped", one.stopped(),
                "review", one.questions(),
                "deadLetters", one.deadLetters(),
                "openCreates", one.openCreates());
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("# " + day() + "\n\n");
        text.append(swept ? "Both sides were read whole." : "Not every list could be read whole since it was due.")
                .append(isClean() ? " Nothing is open.\n\n" : " Something is open.\n\n")
                .append("| Workflow | Event | Pairs | Equal | Different | Not listed | Ended | Stopped | Reviews |"
                        + " Dead letters | Open creates |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        figures.forEach(one -> text.append("| ")
                .append(String.join(
                        " | ", facts(one).values().stream().map(String::valueOf).toList()))
                .append(" |\n"));
        incidents.forEach(incident -> text.append("\n- ").append(incident.kind()));
        text.append(incidents.isEmpty() ? "" : "\n");
        payments.forEach(report -> text.append('\n').append(ReportCommand.markdown(report, now, daily.zone())));
        hygiene.forEach(report -> text.append('\n').append(HygieneText.markdown(report)));
        return text.toString();
    }
}
