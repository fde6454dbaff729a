package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.DriftedOperation;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.VerifyReport;
import dev.membersync.sync.config.Calls;
import dev.membersync.sync.config.Finding;
import dev.membersync.sync.document.Drift;
import dev.membersync.sync.review.AnswerTable;
import dev.membersync.sync.review.LiveReview;
import dev.membersync.sync.store.DeadLetter;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.Review;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The engine's results as maps and lists for programs. */
final class Facts {
    private Facts() {}

    static Map<String, Object> counts(Counts counts) {
        return map(
                "created", counts.created(),
                "updated", counts.updated(),
                "linked", counts.linked(),
                "unchanged", counts.unchanged(),
                "skipped", counts.skipped(),
                "planned", counts.planned(),
                "held", counts.held(),
                "review", counts.review(),
                "deadLetters", counts.deadLetters(),
                "failed", counts.failed());
    }

    static Map<String, Object> calls(Calls calls) {
        return map("memberships", calls.memberships(), "accelevents", calls.accelevents());
    }

    static Map<String, Object> plan(SyncPlan.WorkflowPlan plan) {
        return map(
                "workflow", plan.workflow(),
                "event", plan.event(),
                "digest", plan.digest(),
                "mails", plan.mails(),
                "scope", plan.scope(),
                "mapping", plan.mapping(),
                "complete", plan.complete(),
                "planned", plan.counts().planned(),
                "objections", plan.objections(),
                "noPlace", plan.noPlace(),
                "skippedReasons", plan.skipped(),
                "waitingReasons", plan.waiting(),
                "problems", plan.problems(),
                "operations", plan.operations().stream().map(Facts::operation).toList());
    }

    static Map<String, Object> report(SyncReport.WorkflowReport report) {
        return map(
                "workflow", report.workflow(),
                "event", report.event(),
                "stopped", report.stopped(),
                "complete", report.plan().complete(),
                "digest", report.plan().digest(),
                "objections", report.plan().objections(),
                "noPlace", report.plan().noPlace(),
                "skippedReasons", report.skipped(),
                "waitingReasons", report.waiting(),
                "openCreates", report.openCreates(),
                "problems", report.problems(),
                "drifted", report.drifted().stream().map(Facts::drift).toList());
    }

    static Map<String, Object> verification(VerifyReport report) {
        return map(
                "pairs", report.pairs(),
                "equal", report.equal(),
                "aligned", report.aligned(),
                "findings", report.findings(),
                "mismatches", report.mismatches(),
                "missing", report.missing(),
                "duplicates", report.duplicates(),
                "orphans", report.orphans(),
                "payments", report.payments(),
                "figures", report.figures(),
                "rows", report.rows().stream().map(Facts::row).toList());
    }

    static Map<String, Object> review(Review review) {
        return map(
                "id", review.id(),
                "kind", review.kind(),
                "subject", review.subject(),
                "fields", review.fields(),
                "reason", review.reason(),
                "openedAt", review.openedAt().toString(),
                "answered", review.decision().isPresent(),
                "answers",
                        AnswerTable.of(review.kind()).stream()
                                .map(AnswerTable.Row::form)
                                .toList());
    }

    static Map<String, Object> finding(Finding finding) {
        return map(
                "level", finding.level().name().toLowerCase(Locale.ROOT),
                "subject", finding.subject(),
                "message", finding.message());
    }

    private static Map<String, Object> operation(PlannedOperation operation) {
        return map(
                "kind", operation.kind(),
                "userId", operation.userId(),
                "ticket", operation.ticket(),
                "fields", operation.fields(),
                "situation", operation.situation(),
                "rule", operation.rule(),
                "basis", operation.basis());
    }

    static Map<String, Object> drift(Drift drift) {
        return map(
                "severity", drift.severity().name().toLowerCase(Locale.ROOT),
                "place", drift.place(),
                "subject", drift.subject(),
                "message", drift.message());
    }

    private static Map<String, Object> drift(DriftedOperation drift) {
        return map(
                "planned", operation(drift.planned()),
                "now", drift.now().stream().map(Facts::operation).toList());
    }

    static Map<String, Object> letter(DeadLetter letter) {
        return map(
                "userId", letter.userId(),
                "kind", letter.kind(),
                "why", letter.why(),
                "attempts", letter.attempts(),
                "at", letter.at().toString(),
                "nextStep", letter.nextStep());
    }

    static Map<String, Object> incident(Incident incident) {
        Map<String, Object> facts = map(
                "kind", incident.kind(),
                "subject", incident.subject(),
                "service", incident.service(),
                "nextStep", incident.nextStep(),
                "openedAt", incident.openedAt().toString(),
                "lastAt", incident.lastAt().toString(),
                "times", incident.times());
        incident.status().ifPresent(status -> facts.put("status", status));
        incident.code().ifPresent(code -> facts.put("code", code));
        return facts;
    }

    /** A review with what both sides show: only where somebody asked for it. */
    static Map<String, Object> live(LiveReview live) {
        Map<String, Object> facts = review(live.review());
        facts.put("id", live.id());
        facts.put("seen", live.seen());
        facts.put("values", live.fields().stream().map(Facts::field).toList());
        return facts;
    }

    static Map<String, Object> values(LiveReview operation) {
        return map(
                "kind", operation.review().kind(),
                "userId", operation.review().subject(),
                "fields", operation.fields().stream().map(Facts::field).toList());
    }

    private static Map<String, Object> field(LiveReview.Field field) {
        return map(
                "ticket", field.ticket(),
                "field", field.name(),
                "left", field.left().text().orElse(""),
                "right", field.right().text().orElse(""),
                "agreed", field.agreed());
    }

    private static Map<String, Object> row(VerifyReport.Row row) {
        return map("kind", row.kind(), "userId", row.userId(), "ticket", row.ticket(), "fields", row.fields());
    }

    /** A map of names and values in this order. */
    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** The facts of one workflow beside the list of all: most files have one. */
    static Map<String, Object> withFirst(List<Map<String, Object>> workflows, Map<String, Object> more) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (workflows.size() == 1) {
            facts.putAll(workflows.get(0));
        } else {
            facts.put("workflows", workflows);
        }
        facts.putAll(more);
        return facts;
    }
}
