package dev.membersync.examples.syncapp;

import dev.membersync.sync.SyncOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person let pass the guards: whole plans by their digest, and of those that evidence tells of, each operation. An
 * operation names what both sides showed, so a yes to it is good while nothing about it has changed. Not thread-safe.
 */
final class Approvals {
    private final Set<String> digests;
    private final Set<Object> operations = new HashSet<>();
    private final List<String> refused = new ArrayList<>();

    private Approvals(Set<String> digests) {
        this.digests = new LinkedHashSet<>(digests);
    }

    /** Approvals given now, and those in these files. */
    static Approvals of(Set<String> digests, List<EvidenceFile> files) {
        Approvals approvals = new Approvals(digests);
        for (EvidenceFile file : files) {
            Map<String, Object> facts = file.facts();
            if (file.said("gate").equals(Gate.PLAN.word()) && facts.get("approved") instanceof List<?> approved) {
                Gate.parts(facts).stream()
                        .filter(part -> approved.contains(part.get("digest")))
                        .forEach(approvals::learn);
            }
        }
        return approvals;
    }

    /** The outcome of a plan without the objections that are approved. */
    Outcome judge(Outcome plan) {
        refused.clear();
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Map<?, ?> part : Gate.parts(plan)) {
            Map<String, Object> judged = new LinkedHashMap<>();
            part.forEach((key, value) -> judged.put(String.valueOf(key), value));
            boolean objects = Gate.lists(part, "objections");
            if (objects && extend(part)) {
                judged.put("objections", List.of());
            } else if (objects) {
                refused.add(String.valueOf(part.get("digest")));
            }
            parts.add(judged);
        }
        return new Outcome(plan.exit(), plan.counts(), plan.calls(), Map.of("workflows", parts));
    }

    /** Lets a plan pass that is approved, or whose every operation is; false when it is neither. */
    boolean extend(Map<?, ?> part) {
        if (digests.contains(String.valueOf(part.get("digest")))) {
            learn(part);
            return true;
        }
        boolean all = part.get("operations") instanceof List<?> list
                && !list.isEmpty()
                && Long.valueOf(list.size()).equals(part.get("planned"))
                && operations.containsAll(list);
        if (all) {
            digests.add(String.valueOf(part.get("digest")));
        }
        return all;
    }

    boolean isGiven() {
        return !digests.isEmpty();
    }

    /** The digests that may pass. */
    List<String> digests() {
        return List.copyOf(digests);
    }

    /** The digests that {@link #judge} found and nobody approved. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    SyncOptions on(SyncOptions options) {
        SyncOptions approved = options;
        for (String digest : digests) {
            approved = approved.approving(digest);
        }
        return approved;
    }

    private void learn(Map<?, ?> part) {
        digests.add(String.valueOf(part.get("digest")));
        if (part.get("operations") instanceof List<?> list) {
            operations.addAll(list);
        }
    }
}
