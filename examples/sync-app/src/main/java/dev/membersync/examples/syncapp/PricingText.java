package dev.membersync.examples.syncapp;

import dev.membersync.eventops.config.PricingOffice;
import dev.membersync.eventops.pricing.Change;
import dev.membersync.eventops.pricing.ObjectKind;
import dev.membersync.eventops.pricing.PricingIncident;
import dev.membersync.eventops.pricing.PricingNotices;
import dev.membersync.eventops.pricing.PricingPlan;
import dev.membersync.eventops.pricing.PricingReport;
import dev.membersync.eventops.pricing.RuleTrace;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells people what pricing came to. */
final class PricingText {
    private static final Pattern CLASS = Pattern.compile("\\bclass ([A-Za-z0-9_-]+)");

    private PricingText() {}

    static void tell(PricingOffice office, PricingReport report, List<PricingNotices.Notice> notices, Console console) {
        PricingPlan plan = report.plan();
        Map<String, String> names = office.classNames();
        console.line("Prices, places and codes of " + office.event() + " at "
                + plan.at().truncatedTo(ChronoUnit.SECONDS) + ", plan " + plan.hash());
        changes(report.made(), names, "made and read back", console);
        changes(report.waiting(), names, "{waits|wait} for a person:", console);
        if (!report.waiting().isEmpty()) {
            console.line("  When that is what you want: pricing --approve " + report.waitingHash() + "; else --reject "
                    + report.waitingHash());
        }
        changes(PricingFacts.proposals(plan), names, "{is|are} for a person to do by hand:", console);
        changes(plan.shadow(), names, "would be made if the rules in shadow mode counted:", console);
        lines(
                plan.kept().stream().map(kept -> named(kept, names)).toList(),
                "{stays|stay} as {it is|they are}:",
                console);
        console.figure(plan.trace().size(), "{rule|rules}, and how each stands:");
        console.list(plan.trace().stream().map(PricingText::trace).toList());
        lines(PricingFacts.told(notices), "{notice|notices}:", console);
        lines(report.problems(), "{problem|problems}:", console);
        lines(
                report.incidents().stream().map(PricingText::incident).toList(),
                "{incident|incidents}; nothing new is begun at this event before {it ends|they end}:",
                console);
        lines(
                office.codes().entrySet().stream()
                        .map(code -> code.getKey() + ": " + code.getValue())
                        .toList(),
                "{code is|codes are} out:",
                console);
    }

    private static void changes(List<Change> changes, Map<String, String> names, String what, Console console) {
        lines(changes.stream().map(change -> change(change, names)).toList(), what, console);
    }

    private static void lines(List<String> lines, String what, Console console) {
        if (!lines.isEmpty()) {
            console.figure(lines.size(), what);
            console.list(lines);
        }
    }

    /** The terms are said once more where the sentence is not about them alone. */
    private static String change(Change change, Map<String, String> names) {
        String terms = change.object().kind() == ObjectKind.CLASSES
                ? ""
                : " "
                        + change.before()
                                .filter(before -> !before.values().isEmpty())
                                .map(before -> before.values() + " -> ")
                                .orElse("")
                        + change.after().values();
        String bounds = change.bounds().isEmpty() ? "" : "; " + String.join("; ", change.bounds());
        return named(change.why(), names) + terms + bounds;
    }

    /** Rules name ticket types by their ids, people by their names. */
    private static String named(String text, Map<String, String> names) {
        return CLASS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        names.containsKey(found.group(1))
                                ? "\"" + names.get(found.group(1)) + "\" (class " + found.group(1) + ")"
                                : found.group()));
    }

    private static String trace(RuleTrace trace) {
        return trace.rule() + " " + PricingFacts.word(trace.state()).replace('_', ' ') + ": " + trace.why();
    }

    private static String incident(PricingIncident incident) {
        return incident.kind() + " " + incident.id() + ": " + incident.message() + "; " + incident.nextStep();
    }
}
