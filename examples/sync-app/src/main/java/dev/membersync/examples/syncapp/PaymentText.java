package dev.membersync.examples.syncapp;

import dev.membersync.sync.PaymentReport;
import java.util.List;
import java.util.Map;

/** Tells people and programs what a plan or a run over payments came to. */
final class PaymentText {
    private PaymentText() {}

    static void plan(PaymentReport report, Console console) {
        console.line("Plan of " + report.workflow() + " at the event " + report.event() + "; nothing was written");
        console.figure(report.counts().planned(), "{payment|payments} would be told");
        console.list(
                report.planned().stream().map(PaymentReport.Telling::toString).toList());
        standing(report, console);
    }

    static void run(PaymentReport report, Console console) {
        console.line("Looked at the payments of the event " + report.event() + " (" + report.workflow() + ")");
        console.figure(report.told(), "{payment was|payments were} told");
        standing(report, console);
        figure(report.open(), "{payment|payments} may have been told or not; the next run goes on", console);
        figure(report.failed(), "{payment|payments} failed; the next run goes on", console);
        console.list(report.problems());
    }

    private static void standing(PaymentReport report, Console console) {
        console.figure(report.unchanged(), "{payment is|payments are} on record as {it is|they are}");
        figure(
                report.orphans(),
                "{payment belongs|payments belong} to nobody who is known: sync-app report lists {it|them}",
                console);
        figure(report.asked(), "{payment waits|payments wait} for a person: sync-app review lists {it|them}", console);
    }

    private static void figure(long number, String what, Console console) {
        if (number > 0) {
            console.figure(number, what);
        }
    }

    /** Adds what programs are told, where there is any workflow about payments. */
    static void facts(List<PaymentReport> reports, Map<String, Object> facts) {
        if (!reports.isEmpty()) {
            facts.put("payments", reports.stream().map(PaymentText::facts).toList());
        }
    }

    private static Map<String, Object> facts(PaymentReport report) {
        return Facts.map(
                "workflow", report.workflow(),
                "event", report.event(),
                "planned", report.planned().stream().map(PaymentText::facts).toList(),
                "told", report.told(),
                "unchanged", report.unchanged(),
                "orphans", report.orphans(),
                "asked", report.asked(),
                "failed", report.failed(),
                "open", report.open(),
                "problems", report.problems());
    }

    private static Map<String, Object> facts(PaymentReport.Telling telling) {
        return Facts.map(
                "key", telling.key(),
                "order", telling.order(),
                "userId", telling.userId(),
                "amount", telling.amount(),
                "state", telling.state());
    }
}
