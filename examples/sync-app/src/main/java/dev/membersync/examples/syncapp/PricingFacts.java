package dev.membersync.examples.syncapp;

import dev.membersync.eventops.config.PricingConfig;
import dev.membersync.eventops.config.PricingOffice;
import dev.membersync.eventops.pricing.Change;
import dev.membersync.eventops.pricing.ObjectKind;
import dev.membersync.eventops.pricing.PricingIncident;
import dev.membersync.eventops.pricing.PricingNotices;
import dev.membersync.eventops.pricing.PricingPlan;
import dev.membersync.eventops.pricing.PricingReport;
import dev.membersync.eventops.pricing.Route;
import dev.membersync.eventops.pricing.RuleTrace;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What pricing came to, as maps and lists for programs. */
final class PricingFacts {
    private PricingFacts() {}

    static Map<String, Object> of(
            PricingOffice office,
            PricingReport report,
            List<PricingNotices.Notice> notices,
            List<AllowListFile> lists) {
        PricingPlan plan = report.plan();
        return Facts.map(
                "event", office.event(),
                "rulesOf", office.workflows().stream().map(PricingConfig::id).toList(),
                "hash", plan.hash(),
                "at", plan.at().toString(),
                "made", changes(report.made()),
                "waiting", Facts.map("hash", report.waitingHash(), "changes", changes(report.waiting())),
                "proposals", changes(proposals(plan)),
                "shadow", changes(plan.shadow()),
                "trace", plan.trace().stream().map(PricingFacts::trace).toList(),
                "kept", plan.kept(),
                "problems", report.problems(),
                "incidents",
                        report.incidents().stream().map(PricingFacts::incident).toList(),
                "notices", told(notices),
                "codes", office.codes(),
                "lists", lists.stream().map(AllowListFile::facts).toList());
    }

    /** What only a person can do. */
    static List<Change> proposals(PricingPlan plan) {
        return plan.changes(Route.PROPOSE).stream()
                .filter(change -> change.object().kind() != ObjectKind.NOTICE)
                .toList();
    }

    /** What rules tell; the rest is among the other facts. */
    static List<String> told(List<PricingNotices.Notice> notices) {
        return notices.stream()
                .filter(notice -> notice.about().equals("NOTICE"))
                .map(PricingNotices.Notice::text)
                .toList();
    }

    private static List<Map<String, Object>> changes(List<Change> changes) {
        return changes.stream().map(PricingFacts::change).toList();
    }

    private static Map<String, Object> change(Change change) {
        return Facts.map(
                "kind", word(change.object().kind()),
                "object", change.object().id(),
                "act", word(change.act()),
                "route", word(change.route()),
                "before",
                        change.before()
                                .<Map<String, String>>map(terms -> terms.values())
                                .orElse(Map.of()),
                "after", change.after().values(),
                "rules", change.rules(),
                "bounds", change.bounds(),
                "why", change.why());
    }

    private static Map<String, Object> trace(RuleTrace trace) {
        return Facts.map("rule", trace.rule(), "state", word(trace.state()), "why", trace.why());
    }

    private static Map<String, Object> incident(PricingIncident incident) {
        return Facts.map(
                "id", incident.id(),
                "kind", incident.kind(),
                "message", incident.message(),
                "nextStep", incident.nextStep(),
                "openedAt", incident.openedAt().toString());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
