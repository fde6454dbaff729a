package dev.membersync.examples.syncapp;

import dev.membersync.client.policy.RateState;
import dev.membersync.sync.LiveStatus;
import dev.membersync.sync.config.Calls;
import dev.membersync.sync.store.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A live run's status for people, for programs and for monitoring. */
final class LiveText {
    private LiveText() {}

    static void tell(LiveStatus status, Console console) {
        status.workflows().forEach(flow -> {
            console.line(flow.workflow() + " at " + flow.event() + ": "
                    + (flow.ready() ? "" : "the first lists are being read; ") + "made " + counted(flow.done())
                    + "; waiting " + counted(flow.queue()) + "; last poll " + shown(flow.lastPoll())
                    + ", last full list " + shown(flow.lastScan()) + ", next " + whole(flow.nextScan()));
            flow.pausedBecause()
                    .ifPresent(why -> console.line("  PAUSED: " + why + "; to let it go on, run live and "
                            + LiveNews.resume(flow.workflow(), flow.pausedAt().orElse(0L))));
        });
        status.payments()
                .forEach(flow -> console.line(flow.workflow() + " at " + flow.event() + ": payments told " + flow.told()
                        + ", unchanged " + flow.unchanged() + ", of nobody " + flow.orphans() + ", failed "
                        + flow.failed() + ", under way " + flow.open() + ", last poll " + shown(flow.lastPoll())
                        + ", next " + whole(flow.nextPoll())));
        status.halted()
                .forEach(halted -> console.line(
                        "  " + LiveNews.halted(halted.incident()) + "; next probe " + whole(halted.nextProbe())));
        List<String> told =
                status.halted().stream().map(halted -> name(halted.incident())).toList();
        console.list(status.incidents().stream()
                .filter(incident -> !told.contains(name(incident)))
                .map(incident -> whole(incident.openedAt()) + " " + LiveNews.halted(incident))
                .toList());
    }

    private static String name(Incident incident) {
        return incident.kind() + " " + incident.subject();
    }

    /** Such as {@code 11 create, 2 update}; what is 0 is left out. */
    private static String counted(Map<String, Long> counts) {
        String text = new TreeMap<>(counts)
                .entrySet().stream()
                        .filter(count -> count.getValue() != 0)
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
        return text.isEmpty() ? "nothing" : text;
    }

    private static Instant whole(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    static Map<String, Object> facts(LiveStatus status) {
        return Facts.map(
                "at",
                status.at().toString(),
                "workflows",
                status.workflows().stream().map(LiveText::flow).toList(),
                "payments",
                status.payments().stream().map(LiveText::payments).toList(),
                "halted",
                status.halted().stream()
                        .map(halted -> Facts.map(
                                "incident",
                                incident(halted.incident()),
                                "nextProbe",
                                halted.nextProbe().toString()))
                        .toList(),
                "incidents",
                status.incidents().stream().map(LiveText::incident).toList());
    }

    /** The text form of OpenMetrics. */
    static String metrics(
            LiveStatus status,
            long reviews,
            Map<String, Map<String, Long>> hooks,
            Calls calls,
            Map<String, RateState> limits) {
        StringBuilder text = new StringBuilder();
        type(text, "membersync_queue", "gauge");
        status.workflows()
                .forEach(flow -> flow.queue()
                        .forEach((lane, count) ->
                                sample(text, "membersync_queue", count, "workflow", flow.workflow(), "lane", lane)));
        type(text, "membersync_operations", "counter");
        status.workflows()
                .forEach(flow -> flow.done()
                        .forEach((kind, count) -> sample(
                                text,
                                "membersync_operations_total",
                                count,
                                "workflow",
                                flow.workflow(),
                                "kind",
                                kind)));
        type(text, "membersync_oldest_due_seconds", "gauge");
        status.workflows()
                .forEach(flow -> flow.oldestDue()
                        .forEach((lane, due) -> sample(
                                text,
                                "membersync_oldest_due_seconds",
                                Math.max(0, Duration.between(due, status.at()).toSeconds()),
                                "workflow",
                                flow.workflow(),
                                "lane",
                                lane)));
        type(text, "membersync_dead_letters", "counter");
        status.workflows()
                .forEach(flow ->
                        sample(text, "membersync_dead_letters_total", flow.deadLetters(), "workflow", flow.workflow()));
        type(text, "membersync_reviews", "gauge");
        sample(text, "membersync_reviews", reviews);
        type(text, "membersync_payments", "counter");
        status.payments()
                .forEach(flow -> sample(text, "membersync_payments_total", flow.told(), "workflow", flow.workflow()));
        type(text, "membersync_paused", "gauge");
        status.workflows()
                .forEach(flow -> sample(
                        text, "membersync_paused", flow.pausedAt().isPresent() ? 1 : 0, "workflow", flow.workflow()));
        type(text, "membersync_halted_systems", "gauge");
        sample(text, "membersync_halted_systems", status.halted().size());
        type(text, "membersync_hooks", "counter");
        hooks.forEach((path, outcomes) -> outcomes.forEach(
                (outcome, count) -> sample(text, "membersync_hooks_total", count, "path", path, "outcome", outcome)));
        type(text, "membersync_calls", "counter");
        sample(text, "membersync_calls_total", calls.memberships(), "service", "memberships");
        sample(text, "membersync_calls_total", calls.accelevents(), "service", "accelevents");
        type(text, "membersync_limit_used_ratio", "gauge");
        limits.forEach((service, state) ->
                sample(text, "membersync_limit_used_ratio", state.used() / (double) state.limit(), "service", service));
        return text.append("# EOF\n").toString();
    }

    private static void type(StringBuilder text, String name, String type) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void sample(StringBuilder text, String name, Number value, String... labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(labels[i + 1].replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        text.append(labels.length > 0 ? "} " : " ").append(value).append('\n');
    }

    private static Map<String, Object> flow(LiveStatus.Flow flow) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("workflow", flow.workflow());
        facts.put("event", flow.event());
        facts.put("ready", flow.ready());
        facts.put("queue", flow.queue());
        Map<String, Object> oldest = new LinkedHashMap<>();
        flow.oldestDue().forEach((lane, due) -> oldest.put(lane, due.toString()));
        facts.put("oldestDue", oldest);
        facts.put("done", flow.done());
        facts.put("foundByFullLists", flow.found());
        facts.put("deadLetters", flow.deadLetters());
        flow.pausedAt().ifPresent(number -> facts.put("pausedAt", number));
        flow.pausedBecause().ifPresent(why -> facts.put("pausedBecause", why));
        flow.lastPoll().ifPresent(time -> facts.put("lastPoll", time.toString()));
        flow.lastScan().ifPresent(time -> facts.put("lastScan", time.toString()));
        facts.put("nextScan", flow.nextScan().toString());
        return facts;
    }

    private static Map<String, Object> payments(LiveStatus.Payments flow) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("workflow", flow.workflow());
        facts.put("event", flow.event());
        facts.put("told", flow.told());
        facts.put("unchanged", flow.unchanged());
        facts.put("orphans", flow.orphans());
        facts.put("failed", flow.failed());
        facts.put("open", flow.open());
        facts.put("reviews", flow.reviews());
        flow.lastPoll().ifPresent(time -> facts.put("lastPoll", time.toString()));
        facts.put("nextPoll", flow.nextPoll().toString());
        return facts;
    }

    private static Map<String, Object> incident(Incident incident) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", incident.kind());
        facts.put("subject", incident.subject());
        facts.put("at", incident.openedAt().toString());
        facts.put("times", incident.times());
        incident.status().ifPresent(status -> facts.put("httpStatus", status));
        incident.code().ifPresent(code -> facts.put("code", code));
        facts.put("number", incident.number());
        facts.put("message", incident.message());
        facts.put("nextStep", incident.nextStep());
        return facts;
    }

    private static String shown(Optional<Instant> time) {
        return time.map(LiveText::whole).map(Instant::toString).orElse("never");
    }
}
