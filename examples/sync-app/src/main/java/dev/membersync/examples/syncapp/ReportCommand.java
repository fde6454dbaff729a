package dev.membersync.examples.syncapp;

import dev.membersync.eventops.analytics.Report;
import dev.membersync.sync.Counts;
import dev.membersync.sync.HygieneReport;
import dev.membersync.sync.ReconciliationReport;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.payment.DailyLine;
import dev.membersync.sync.payment.Discrepancy;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.ReconciliationRules;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class ReportCommand implements Command {
    @Override
    public String name() {
        return "report";
    }

    @Override
    public String summary() {
        return "payments, duplicates and broken links, from what is remembered; on request the figures of events";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.FIGURES, Option.SHARED);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        return Session.run(args, console, surroundings, tenant -> report(tenant, args, console, surroundings));
    }

    private static Outcome report(Tenant tenant, Args args, Console console, Surroundings surroundings) {
        List<ReconciliationReport> reports = tenant.engine().reconcile(ZoneOffset.UTC, ReconciliationRules.standard());
        Instant now = surroundings.time().instant();
        List<HygieneReport> hygiene = tenant.hygiene();
        if (reports.isEmpty() && hygiene.isEmpty() && !args.has(Option.FIGURES)) {
            console.line(
                    "No workflow of this file is about payments; add - template: payments, or for likely duplicates"
                            + " and broken links - template: duplicate-hygiene");
        }
        reports.forEach(report -> console.page(markdown(report, now, ZoneOffset.UTC)));
        hygiene.forEach(report -> console.page(HygieneText.markdown(report)));
        Map<String, Object> facts = Facts.map(
                "reports", reports.stream().map(report -> facts(report, now)).toList());
        HygieneText.facts(hygiene, facts);
        args.text(Option.FIGURES)
                .ifPresent(folder -> facts.put("figures", figures(tenant, args, folder, console, surroundings)));
        boolean clean = reports.stream()
                .allMatch(report ->
                        report.isReconciled() && report.report().discrepancies().isEmpty());
        return new Outcome(clean ? Exit.DONE : Exit.OPEN, Counts.NONE, tenant.calls(), facts);
    }

    private static List<String> figures(
            Tenant tenant, Args args, String folder, Console console, Surroundings surroundings) {
        Map<String, Report> reports = EventFigures.read(tenant, surroundings.time());
        if (args.has(Option.SHARED)) {
            reports.replaceAll((event, report) -> report.shared());
        }
        try {
            List<String> files = EventFigures.write(reports, Path.of(folder));
            files.forEach(file -> console.line("written: " + file));
            return files;
        } catch (InvalidPathException e) {
            throw AppException.usage("--figures takes the path of a folder");
        }
    }

    /** @param zone where its days begin */
    static String markdown(ReconciliationReport report, Instant now, ZoneId zone) {
        StringBuilder text = new StringBuilder("# Payments of " + report.event() + " (" + report.workflow() + ")\n\n");
        text.append("| Day (" + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId())
                + ") | Collector | Currency | Opening | Charges | Refunds | Disputes | Fees | Payouts |"
                + " Adjustments | Closing |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        report.report().lines().forEach(line -> text.append(row(line)).append('\n'));
        text.append("\nMatched: ")
                .append(report.report().matched())
                .append(" of ")
                .append(report.report().expected())
                .append('\n');
        report.zeroSums()
                .forEach((currency, sum) -> text.append("Zero sum ")
                        .append(currency)
                        .append(": ")
                        .append(sum)
                        .append('\n'));
        text.append("Reconciled: ").append(report.isReconciled() ? "yes" : "no").append("\n\n");
        report.report()
                .discrepancies()
                .forEach(one -> text.append("- ")
                        .append(one.kind())
                        .append(' ')
                        .append(one.subject())
                        .append(", ")
                        .append(age(one, now))
                        .append(" h: ")
                        .append(one.detail())
                        .append('\n'));
        return text.toString();
    }

    private static String row(DailyLine line) {
        return "| "
                + String.join(
                        " | ",
                        line.day().toString(),
                        line.collector(),
                        line.closing().code(),
                        amount(line.opening()),
                        amount(line.charges()),
                        amount(line.refunds()),
                        amount(line.disputes()),
                        amount(line.fees()),
                        amount(line.payouts()),
                        amount(line.adjustments()),
                        amount(line.closing()))
                + " |";
    }

    static Map<String, Object> facts(ReconciliationReport report, Instant now) {
        return Facts.map(
                "workflow", report.workflow(),
                "event", report.event(),
                "lines",
                        report.report().lines().stream()
                                .map(ReportCommand::facts)
                                .toList(),
                "charges", report.report().charges(),
                "matched", report.report().matched(),
                "expected", report.report().expected(),
                "zeroSum", report.zeroSums(),
                "reconciled", report.isReconciled(),
                "exceptions",
                        report.report().discrepancies().stream()
                                .map(one -> facts(one, now))
                                .toList());
    }

    private static Map<String, Object> facts(DailyLine line) {
        return Facts.map(
                "day", line.day().toString(),
                "collector", line.collector(),
                "currency", line.closing().code(),
                "opening", amount(line.opening()),
                "charges", amount(line.charges()),
                "refunds", amount(line.refunds()),
                "disputes", amount(line.disputes()),
                "fees", amount(line.fees()),
                "payouts", amount(line.payouts()),
                "adjustments", amount(line.adjustments()),
                "closing", amount(line.closing()));
    }

    private static Map<String, Object> facts(Discrepancy one, Instant now) {
        return Facts.map(
                "class", one.kind().name(),
                "subject", one.subject(),
                "detail", one.detail(),
                "since", one.since().toString(),
                "ageHours", age(one, now),
                "incident", one.kind().isIncident());
    }

    private static long age(Discrepancy one, Instant now) {
        return Duration.between(one.since(), now).toHours();
    }

    private static String amount(Money money) {
        return money.decimal().toPlainString();
    }
}
