package dev.membersync.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Decides which request suffers which fault. A plan is a pure function of the operation and two counters that the fake keeps, so one plan may serve many fakes and the
 * same seed gives the same faults. The counters start again when a plan is set.
 */
@FunctionalInterface
public interface FaultPlan {
    /**
     * The fault of one request, if any.
     *
     * @param operation what was asked
     * @param call how often this operation was asked since the plan was set, from 1
     * @param request how many requests there were since the plan was set, from 1
     */
    Optional<Injection> next(Operation operation, long call, long request);

    /** No faults. */
    static FaultPlan none() {
        return (operation, call, request) -> Optional.empty();
    }

    /** The same fault on every request that it fits. */
    static FaultPlan always(Fault fault) {
        return always(Injection.of(fault));
    }

    /** The same fault on every request that it fits. */
    static FaultPlan always(Injection injection) {
        return (operation, call, request) ->
                Optional.of(injection).filter(i -> i.fault().fits(operation));
    }

    /**
     * A share of the requests suffers one of the faults that fit it, each as likely as the other.
     *
     * @param share from 0.0 (none) to 1.0 (all)
     * @param seed the same seed gives the same faults for the same sequence of operations
     * @param faults what may happen
     */
    static FaultPlan share(double share, long seed, Set<Fault> faults) {
        List<Fault> sorted = faults.stream().sorted().toList();
        return (operation, call, request) -> {
            // The operation and its own counter are mixed in, not the overall one: other traffic does not move the
            // faults.
            SplittableRandom random =
                    new SplittableRandom(seed * 31 + operation.id().hashCode() + call * 0xD1342543DE82EF95L);
            List<Fault> fitting =
                    sorted.stream().filter(fault -> fault.fits(operation)).toList();
            if (fitting.isEmpty() || random.nextDouble() >= share) {
                return Optional.empty();
            }
            Injection injection = Injection.of(fitting.get(random.nextInt(fitting.size())));
            boolean gateway = injection.fault() == Fault.STATUS_AFTER_EFFECT && random.nextBoolean();
            return Optional.of(gateway ? injection.answering(504) : injection);
        };
    }

    /** The fault on exactly the nth call of one operation, from 1. */
    static FaultPlan nth(String operationId, long nth, Fault fault) {
        return nth(operationId, nth, Injection.of(fault));
    }

    /** The fault on exactly the nth call of one operation, from 1. */
    static FaultPlan nth(String operationId, long nth, Injection injection) {
        return (operation, call, request) ->
                operation.id().equals(operationId) && call == nth ? Optional.of(injection) : Optional.empty();
    }

    /** The first call of the operation suffers the first fault, the second the second, and later ones none. */
    static FaultPlan script(String operationId, Fault... faults) {
        List<Fault> list = List.of(faults);
        return IntStream.range(0, list.size())
                .mapToObj(i -> nth(operationId, i + 1L, list.get(i)))
                .reduce(none(), FaultPlan::or);
    }

    /** This plan, on the operations that pass the test only. */
    default FaultPlan on(Predicate<Operation> test) {
        return (operation, call, request) -> test.test(operation) ? next(operation, call, request) : Optional.empty();
    }

    /** This plan, on the named operations only. */
    default FaultPlan on(String... operationIds) {
        Set<String> ids = Set.of(operationIds);
        return on(operation -> ids.contains(operation.id()));
    }

    /** This plan, until the given number of requests was made; then none. */
    default FaultPlan untilRequest(long last) {
        return (operation, call, request) -> request <= last ? next(operation, call, request) : Optional.empty();
    }

    /** This plan, and where it injects nothing, the other. */
    default FaultPlan or(FaultPlan other) {
        return (operation, call, request) ->
                next(operation, call, request).or(() -> other.next(operation, call, request));
    }
}
