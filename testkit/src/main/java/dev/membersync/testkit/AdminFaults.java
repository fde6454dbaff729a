package dev.membersync.testkit;

import dev.membersync.testkit.internal.JsonObject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads a fault plan from JSON. One rule, or {@code rules} of which the first that fires wins. A rule is a share ({@code share}, {@code seed}, {@code faults}, default all) or
 * one fault ({@code fault}, optional {@code call} to hit only the nth call, {@code delayMillis}, {@code status}); {@code operations} narrows either to operation ids.
 */
final class AdminFaults {
    private AdminFaults() {}

    static FaultPlan plan(JsonObject body, List<Operation> known) {
        List<JsonObject> rules = body.has("rules") ? body.objects("rules") : List.of(body);
        return rules.stream().map(rule -> rule(rule, known)).reduce(FaultPlan.none(), FaultPlan::or);
    }

    private static FaultPlan rule(JsonObject rule, List<Operation> known) {
        List<String> operations = rule.texts("operations");
        for (String id : operations) {
            if (known.stream().noneMatch(operation -> operation.id().equals(id))) {
                throw new IllegalArgumentException("no operation " + id + " among "
                        + known.stream().map(Operation::id).toList());
            }
        }
        FaultPlan plan = rule.has("share") ? share(rule) : single(rule);
        return operations.isEmpty() ? plan : plan.on(operations.toArray(String[]::new));
    }

    private static FaultPlan share(JsonObject rule) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        rule.texts("faults").forEach(name -> faults.add(Fault.valueOf(name)));
        return FaultPlan.share(
                rule.decimal("share")
                        .orElseThrow(() -> new IllegalArgumentException("share must be a number"))
                        .doubleValue(),
                rule.whole("seed").orElse(1),
                faults.isEmpty() ? EnumSet.allOf(Fault.class) : faults);
    }

    private static FaultPlan single(JsonObject rule) {
        String name = rule.text("fault").orElseThrow(() -> new IllegalArgumentException("a rule has share or fault"));
        Injection plain = Injection.of(Fault.valueOf(name));
        OptionalLong delay = rule.whole("delayMillis");
        Injection timed = delay.isPresent() ? plain.lasting(Duration.ofMillis(delay.getAsLong())) : plain;
        OptionalLong status = rule.whole("status");
        Injection injection = status.isPresent() ? timed.answering((int) status.getAsLong()) : timed;
        OptionalLong nth = rule.whole("call");
        return nth.isEmpty()
                ? FaultPlan.always(injection)
                : (operation, call, request) -> FaultPlan.nth(operation.id(), nth.getAsLong(), injection)
                        .next(operation, call, request);
    }
}
