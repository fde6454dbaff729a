package dev.membersync.sync.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run may do: anything, or the operations of a plan and no others. A member of whom something else is to be done
 * by now is left alone and stays in the queue. Thread-safe.
 */
public final class Agreed {
    /**
     * An operation that was planned and not made, because the world has moved.
     *
     * @param planned what was planned
     * @param now what would be done now; empty when nothing would
     */
    public record Drift(Operation planned, List<Operation> now) {}

    private final Optional<String> mapping;
    private final String digest;
    private final Map<String, Map<String, Operation>> planned = new LinkedHashMap<>();
    private final Set<String> agreed = new HashSet<>();
    private final Map<String, List<Operation>> others = new LinkedHashMap<>();

    private Agreed(Optional<String> mapping, String digest, Collection<Operation> operations) {
        this.mapping = mapping;
        this.digest = digest;
        operations.forEach(operation -> planned.computeIfAbsent(operation.userId(), user -> new LinkedHashMap<>())
                .put(key(operation), operation));
    }

    /** Anything. */
    public static Agreed anything() {
        return new Agreed(Optional.empty(), "", List.of());
    }

    /** The operations of a plan, made under the mapping with this digest. */
    public static Agreed plan(String mapping, String digest, Collection<Operation> operations) {
        return new Agreed(Optional.of(mapping), digest, operations);
    }

    /** The same plan, of which nothing was made. */
    Agreed afresh() {
        List<Operation> operations = new ArrayList<>();
        planned.values().forEach(each -> operations.addAll(each.values()));
        return new Agreed(mapping, digest, operations);
    }

    /** True when a plan says what may be done. */
    boolean isPlan() {
        return mapping.isPresent();
    }

    /** True when the plan was made under another mapping. */
    boolean isOfAnother(String mappingNow) {
        return mapping.filter(then -> !then.equals(mappingNow)).isPresent();
    }

    boolean isApproved(Set<String> approvals) {
        return isPlan() && approvals.contains(digest);
    }

    /** The members of the plan; who is to be made is none yet. */
    List<String> members() {
        return planned.entrySet().stream()
                .filter(member -> member.getValue().values().stream()
                        .noneMatch(operation -> operation.kind() == Operation.Kind.CREATE_MEMBER))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** True when all of this was planned, for what both sides showed then and show now. */
    synchronized boolean allows(String userId, List<Operation> operations) {
        if (!isPlan()) {
            return true;
        }
        List<String> keys = operations.stream().map(Agreed::key).toList();
        boolean allowed = planned.getOrDefault(userId, Map.of()).keySet().containsAll(keys);
        if (allowed) {
            agreed.addAll(keys);
        } else {
            others.put(userId, List.copyOf(operations));
        }
        return allowed;
    }

    /** What was planned and not made. */
    public synchronized List<Drift> drifts() {
        List<Drift> drifts = new ArrayList<>();
        planned.forEach((userId, operations) -> operations.forEach((key, operation) -> {
            if (!agreed.contains(key)) {
                drifts.add(new Drift(operation, others.getOrDefault(userId, List.of())));
            }
        }));
        return drifts;
    }

    private static String key(Operation operation) {
        return operation.line() + " " + operation.basis();
    }
}
