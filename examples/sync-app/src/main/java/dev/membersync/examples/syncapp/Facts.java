package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.VerifyReport;
import dev.membersync.sync.config.Calls;
import dev.membersync.sync.config.Finding;
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
                "complete", plan.complete(),
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
                "problems", report.problems());
    }

    static Map<String, Object> verification(VerifyReport report) {
        return map(
                "pairs", report.pairs(),
                "equal", report.equal(),
                "findings", report.findings(),
                "mismatches", report.mismatches(),
                "missing", report.missing(),
                "duplicates", report.duplicates(),
                "orphans", report.orphans());
    }

    static Map<String, Object> review(Review review) {
        return map(
                "id", review.id(),
                "kind", review.kind(),
                "subject", review.subject(),
                "fields", review.fields(),
                "reason", review.reason(),
                "openedAt", review.openedAt().toString());
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
                "rule", operation.rule());
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
