package dev.membersync.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What both fakes have in common: one request at a time, the fault layer around the effect, the rate gate and the logs. The lock is held while the state is touched, never
 * while a reply waits.
 */
final class Switchboard {
    private final Object lock = new Object();
    private final InstantSource time;
    private final Routes routes;
    private final Dialect dialect;
    private final DueQueue dueQueue;
    private final FakeScheduler scheduler;
    private final Map<String, RateGate> gates = new HashMap<>();
    private RateRule rule;
    private final RequestLog requests = new RequestLog();
    private final WriteLog writes;
    private final Map<String, Long> calls = new HashMap<>();
    private FaultPlan plan = FaultPlan.none();
    private long total;

    Switchboard(
            InstantSource time,
            @Nullable FakeScheduler scheduler,
            RateRule rate,
            Routes routes,
            Dialect dialect,
            WriteLog writes) {
        this.writes = writes;
        this.time = time;
        this.routes = routes;
        this.dialect = dialect;
        this.dueQueue = new DueQueue(time);
        this.scheduler = scheduler == null ? dueQueue : scheduler;
        this.rule = rate;
    }

    List<Operation> operations() {
        return routes.operations();
    }

    RequestLog requests() {
        return requests;
    }

    WriteLog writes() {
        return writes;
    }

    Instant now() {
        return time.instant();
    }

    void plan(FaultPlan next) {
        synchronized (lock) {
            plan = next;
            calls.clear();
            total = 0;
        }
    }

    void rate(RateRule next) {
        synchronized (lock) {
            rule = next;
            gates.clear();
        }
    }

    /** Draws permits as another client of the bucket would; what is not there is not drawn. */
    void spend(String bucket, int calls) {
        synchronized (lock) {
            for (int i = 0; i < calls; i++) {
                gate(bucket).admit(time.instant());
            }
        }
    }

    private RateGate gate(String bucket) {
        return gates.computeIfAbsent(bucket, name -> new RateGate(rule));
    }

    /** Runs an edit or an inspection by a test, after everything that fell due. */
    <T> T locked(Supplier<T> work) {
        dueQueue.run();
        T result;
        synchronized (lock) {
            result = work.get();
        }
        dueQueue.run();
        return result;
    }

    FakeScheduler scheduler() {
        return scheduler;
    }

    FakeReply handle(FakeRequest request) {
        Instant arrived = time.instant();
        dueQueue.run();
        FakeReply reply = answer(request, arrived);
        dueQueue.run();
        return reply;
    }

    private FakeReply answer(FakeRequest request, Instant arrived) {
        synchronized (lock) {
            Optional<Routes.Match> match = routes.match(request);
            Operation operation = match.map(Routes.Match::operation).orElse(Operation.UNKNOWN);
            long call = calls.merge(operation.id(), 1L, Long::sum);
            Optional<Injection> injection = plan.next(operation, call, ++total);
            long before = writes.total();
            Supplier<FakeReply> service =
                    () -> serve(request, match, injection.map(Injection::fault).orElse(null));
            FakeReply reply = injection.map(i -> disturb(i, service)).orElseGet(service);
            requests.add(new RequestLog.Entry(
                    arrived,
                    operation.id(),
                    request.method(),
                    operation.template(),
                    request.path(),
                    reply.status(),
                    writes.total() > before,
                    injection.map(Injection::fault).orElse(null)));
            return reply;
        }
    }

    private FakeReply disturb(Injection injection, Supplier<FakeReply> service) {
        return switch (injection.fault()) {
            case DROP_BEFORE -> FakeReply.dropped();
            case STATUS_BEFORE -> FakeReply.html(injection.status(), "Service Unavailable");
            case TOO_MANY_BARE -> dialect.tooMany(OptionalLong.empty());
            case TOO_MANY_WITH_RETRY_AFTER ->
                dialect.tooMany(OptionalLong.of(injection.delay().toSeconds()));
            case LATE_APPLY -> {
                scheduler.schedule(injection.delay(), () -> applyLate(service));
                yield FakeReply.dropped();
            }
            default -> afterEffect(injection, service.get());
        };
    }

    private FakeReply afterEffect(Injection injection, FakeReply reply) {
        return switch (injection.fault()) {
            case DROP_AFTER -> FakeReply.dropped();
            case DELAY -> reply.after(injection.delay());
            case STATUS_AFTER_EFFECT -> FakeReply.html(injection.status(), "Bad Gateway");
            case UNPROCESSABLE_AFTER_EFFECT -> reply.status() < 400 ? dialect.unprocessable() : reply;
            case TRUNCATED_BODY -> reply.cut(Ending.TRUNCATED);
            case STALLED_BODY -> reply.cut(Ending.STALLED);
            default -> reply;
        };
    }

    private FakeReply applyLate(Supplier<FakeReply> service) {
        synchronized (lock) {
            return service.get();
        }
    }

    private FakeReply serve(FakeRequest request, Optional<Routes.Match> match, @Nullable Fault fault) {
        Instant now = time.instant();
        RateGate gate = gate(dialect.bucket(request));
        boolean admitted = gate.admit(now);
        FakeReply reply;
        if (!admitted) {
            boolean named = rule.retryAfter();
            reply = dialect.tooMany(named ? OptionalLong.of(gate.secondsToWait(now)) : OptionalLong.empty());
        } else {
            reply = route(request, match, fault, now);
        }
        reply = dialect.finished(reply);
        if (dialect.showsRateHeaders()) {
            for (Map.Entry<String, String> header : gate.headers(now).entrySet()) {
                reply = reply.with(header.getKey(), header.getValue());
            }
        }
        return reply;
    }

    private FakeReply route(FakeRequest request, Optional<Routes.Match> match, @Nullable Fault fault, Instant now) {
        if (match.isEmpty()) {
            return dialect.unknownRoute(request);
        }
        Routes.Match route = match.get();
        try {
            dialect.authorise(route.operation(), request);
            return route.handler().handle(new Visit(request, route.variables(), now, fault));
        } catch (Refusal refusal) {
            return refusal.reply();
        } catch (IllegalArgumentException unreadable) {
            return dialect.malformed(String.valueOf(unreadable.getMessage()));
        }
    }
}
