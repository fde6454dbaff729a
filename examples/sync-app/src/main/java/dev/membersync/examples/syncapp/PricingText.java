package dev.membersync.examples.syncapp;

import dev.membersync.eventops.config.PricingOffice;
import dev.membersync.eventops.pricing.Change;
import dev.membersync.eventops.pricing.PricingIncident;
import dev.membersync.eventops.pricing.PricingNotices;
import dev.membersync.eventops.pricing.PricingPlan;
import dev.membersync.eventops.pricing.PricingReport;
import dev.membersync.eventops.pricing.RuleTrace;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells people what pricing came to. */
final class PricingText {
    private PricingText() {}

    static void tell(PricingOffice office, PricingReport report, List<PricingNotices.Notice> notices, Console console) {
        PricingPlan plan = report.plan();
        console.line("Prices, places and codes of " + office.event() + " at "
                + plan.at().truncatedTo(ChronoUnit.SECONDS) + ", plan " + plan.hash());
        changes(report.made(), "made and read back", console);
        changes(report.waiting(), "wait for a person:", console);
        if (!report.waiting().isEmpty()) {
            console.line("  When that is what you want: pricing --approve " + report.waitingHash() + "; else --reject "
                    + report.waitingHash());
        }
        changes(PricingFacts.proposals(plan), "are for a person to do by hand:", console);
        changes(plan.shadow(), "would be made if the rules in shadow mode counted:", console);
        lines(plan.kept(), "stay as they are:", console);
        console.figure(plan.trace().size(), "rules, and how each stands:");
        console.list(plan.trace().stream().map(PricingText::trace).toList());
        lines(PricingFacts.told(notices), "notices:", console);
        lines(report.problems(), "problems:", console);
        lines(
                report.incidents().stream().map(PricingText::incident).toList(),
                "incidents; nothing new is begun at this event before they end:",
                console);
        lines(
                office.codes().entrySet().stream()
                        .map(code -> code.getKey() + ": " + code.getValue())
                        .toList(),
                "codes are out:",
                console);
    }

    private static void changes(List<Change> changes, String what, Console console) {
        lines(changes.stream().map(PricingText::change).toList(), what, console);
    }

    private static void lines(List<String> lines, String what, Console console) {
        if (!lines.isEmpty()) {
            console.figure(lines.size(), what);
            console.list(lines);
        }
    }

    private static String change(Change change) {
        String terms = change.before()
                        .filter(before -> !before.values().isEmpty())
                        .map(before -> before.values() + " -> ")
                        .orElse("")
                + change.after().values();
        String bounds = change.bounds().isEmpty() ? "" : "; " + String.join("; ", change.bounds());
        return change.why() + " " + terms + bounds;
    }

    private static String trace(RuleTrace trace) {
        return trace.rule() + " " + PricingFacts.word(trace.state()).replace('_', ' ') + ": " + trace.why();
    }

    private static String incident(PricingIncident incident) {
        return incident.kind() + " " + incident.id() + ": " + incident.message() + "; " + incident.nextStep();
    }
}
