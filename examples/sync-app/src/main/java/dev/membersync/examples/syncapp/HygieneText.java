package dev.membersync.examples.syncapp;

import dev.membersync.sync.HygieneReport;
import dev.membersync.sync.review.HygieneFinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of likely duplicates and broken links: what they are, and what a person does about each kind. */
final class HygieneText {
    private HygieneText() {}

    static void tell(List<HygieneReport> reports, Console console) {
        reports.forEach(report -> {
            console.line("Duplicates and broken links of " + report.event() + heading(report));
            byKind(report).forEach((kind, found) -> {
                console.figure(
                        report.figures().getOrDefault(kind.name(), 0L), kind.word() + ". What to do: " + kind.next());
                console.list(found.stream().map(HygieneFinding::reason).toList());
            });
        });
    }

    /** Adds them where the file asks for them. */
    static void facts(List<HygieneReport> reports, Map<String, Object> more) {
        if (!reports.isEmpty()) {
            more.put("hygiene", reports.stream().map(HygieneText::facts).toList());
        }
    }

    private static Map<String, Object> facts(HygieneReport report) {
        return Facts.map(
                "event", report.event(),
                "occurrence", report.occurrence(),
                "read", report.read(),
                "clean", report.isClean(),
                "figures", report.figures(),
                "findings", report.findings().stream().map(HygieneText::facts).toList());
    }

    private static Map<String, Object> facts(HygieneFinding finding) {
        return Facts.map(
                "kind", finding.kind().name(),
                "members", finding.members(),
                "tickets", finding.tickets(),
                "reason", finding.reason(),
                "next", finding.kind().next());
    }

    static String markdown(HygieneReport report) {
        StringBuilder text = new StringBuilder("# Duplicates and broken links of " + report.event() + "\n\n")
                .append(heading(report).substring(2))
                .append(".\n");
        byKind(report).forEach((kind, found) -> {
            text.append("\n## ")
                    .append(kind.word())
                    .append(" (")
                    .append(report.figures().getOrDefault(kind.name(), 0L))
                    .append(")\n\nWhat to do: ")
                    .append(kind.next())
                    .append(".\n\n");
            found.forEach(finding -> text.append("- ").append(finding.reason()).append('\n'));
        });
        return text.toString();
    }

    private static String heading(HygieneReport report) {
        if (!report.read()) {
            return ": the lists were not read whole yet, so this may not be all";
        }
        return report.isClean()
                ? ": nothing was found"
                : ": likely ones, from the last full lists; nothing was changed";
    }

    private static Map<HygieneFinding.Kind, List<HygieneFinding>> byKind(HygieneReport report) {
        Map<HygieneFinding.Kind, List<HygieneFinding>> kinds = new LinkedHashMap<>();
        for (HygieneFinding.Kind kind : HygieneFinding.Kind.values()) {
            List<HygieneFinding> found = report.findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .toList();
            if (!found.isEmpty()) {
                kinds.put(kind, found);
            }
        }
        return kinds;
    }
}
