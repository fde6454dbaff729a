package dev.membersync.examples.syncapp;

import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The few members that a first sync worked on.
 *
 * @param members all of them
 * @param registered those that were to get a ticket
 * @param created how many did
 * @param file the evidence of it, empty when there is none
 */
record Canary(List<String> members, List<String> registered, long created, String file) {
    Canary {
        members = List.copyOf(members);
        registered = List.copyOf(registered);
    }

    /** What programs are told of a run on few members. */
    static Map<String, Object> facts(SyncReport report) {
        return Facts.map("members", members(report, ""), "registered", members(report, "CREATE"));
    }

    /** The canary that this outcome tells of. */
    static Canary of(Outcome outcome) {
        return of(outcome.facts(), outcome.counts().created(), "");
    }

    /** The last canary in these files that passed with at least so many members. */
    static Optional<Canary> known(List<EvidenceFile> files, long most) {
        return files.stream()
                .filter(file -> file.said("gate").equals(Gate.CANARY.word())
                        && file.said("passed").equals("true")
                        && file.facts().get("most") instanceof Number asked
                        && asked.longValue() >= most)
                .reduce((earlier, later) -> later)
                .map(file -> of(file.facts(), created(file), file.name()));
    }

    /** Why its members do not agree, by what a verification found. */
    Optional<String> objection(Outcome verified) {
        Map<Object, Long> listed = new HashMap<>();
        long wrong = 0;
        for (Object row : list(verified.facts().get("rows"))) {
            Map<?, ?> found = (Map<?, ?>) row;
            listed.merge(found.get("kind"), 1L, Long::sum);
            boolean mine = members.contains(String.valueOf(found.get("userId")));
            wrong += mine && !"SAME_HOLDER".equals(found.get("kind")) ? 1 : 0;
        }
        if (wrong > 0) {
            return Optional.of(wrong + " findings are about members that the canary worked on");
        }
        boolean cut = verified.facts().get("figures") instanceof Map<?, ?> figures
                && figures.entrySet().stream().anyMatch(kind -> !kind.getValue().equals(listed.get(kind.getKey())));
        return cut && !members.isEmpty()
                ? Optional.of(
                        "there are more findings than are listed, so nobody can say that the canary's members agree")
                : Optional.empty();
    }

    /** What it made and how a person takes it back; nothing does so by itself. */
    void tell(Console console) {
        if (created == 0) {
            return;
        }
        console.line("");
        console.line(
                "The canary registered " + created + (created < registered.size() ? " of these members" : " members")
                        + ", and their tickets stay as they are:");
        console.list(registered);
        console.line("  Accelevents has the order of each under the note membersync:USER. To take one back, delete that"
                + " order there by hand; deleting a paid one refunds it. Who was mailed stays mailed. A member whose ticket"
                + " was deleted is not registered again.");
    }

    private static Canary of(Map<String, Object> facts, long created, String file) {
        Map<?, ?> canary = facts.get("canary") instanceof Map<?, ?> known ? known : Map.of();
        return new Canary(texts(canary.get("members")), texts(canary.get("registered")), created, file);
    }

    private static long created(EvidenceFile file) {
        return file.facts().get("counts") instanceof Map<?, ?> counts && counts.get("created") instanceof Number number
                ? number.longValue()
                : 0;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }

    private static List<String> texts(@Nullable Object list) {
        return list(list).stream().map(String::valueOf).toList();
    }

    private static List<String> members(SyncReport report, String kind) {
        return report.workflows().stream()
                .map(SyncReport.WorkflowReport::plan)
                .map(SyncPlan.WorkflowPlan::operations)
                .flatMap(List::stream)
                .filter(operation -> kind.isEmpty() || operation.kind().equals(kind))
                .map(operation -> operation.userId())
                .distinct()
                .toList();
    }
}
