package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fake with a back door for other processes: JSON below {@code /__admin/} seeds, edits and inspects it; everything else goes to the fake. Requests to the door show in no
 * log, suffer no fault and cost no permit. Both fakes have {@code faults} (PUT, DELETE), {@code rate} (GET, PUT), {@code requests} (GET), {@code writes} (GET), {@code logs}
 * (DELETE) and {@code switches} (PUT); see {@link #over(FakeMemberships)} and {@link #over(FakeAccelevents)} for the rest. Thread-safe.
 */
public final class AdminDoor implements FakeService {
    private static final String PREFIX = "/__admin/";

    private final Fake fake;
    private final Routes routes = new Routes();

    private AdminDoor(Fake fake) {
        this.fake = fake;
        on("PUT", "faults", visit -> {
            fake.faults(AdminFaults.plan(visit.body(), fake.operations()));
            return done();
        });
        on("DELETE", "faults", visit -> {
            fake.faults(FaultPlan.none());
            return done();
        });
        on("GET", "rate", this::rate);
        on("PUT", "rate", this::limit);
        on("GET", "requests", this::requests);
        on("GET", "writes", this::writes);
        on("DELETE", "logs", visit -> {
            fake.requests().clear();
            fake.writes().clear();
            return done();
        });
    }

    /**
     * The door of a Memberships fake: {@code members} (GET, POST one or an array), {@code members/{userId}} (GET, PUT the fields to change, DELETE), {@code
     * members/{userId}/duplicate} (POST), {@code payments} (GET). On HIGHLEVEL also {@code contacts} (GET, POST), {@code contacts/{id}} (PUT, DELETE), {@code
     * oauth/codes} (POST {@code clientId}, {@code locationId} or {@code company}), {@code webhooks} (GET, PUT {@code url} and switches), {@code webhooks/flush} (POST).
     */
    public static AdminDoor over(FakeMemberships fake) {
        AdminDoor door = new AdminDoor(fake);
        new MembershipsAdmin(fake).open(door);
        if (fake.speaksHighLevel()) {
            new HighLevelAdmin(fake).open(door);
        }
        return door;
    }

    /**
     * The door of an Accelevents fake: {@code events} (GET, POST), and below {@code events/{e}/}: {@code ticket-types} (GET, POST), {@code ticket-types/{id}} (PUT), {@code
     * form} (GET, POST), {@code attendees} (GET, POST), {@code attendees/{ticketId}} (GET, PUT, DELETE), {@code attendees/{ticketId}/} with {@code cancel}, {@code check-in} or
     * {@code refund} (POST, the last with {@code amount} for a part), {@code orders} (GET), {@code orders/{orderId}/cancel} (POST), {@code discount-codes} (GET, POST {@code
     * code}, {@code amount}, {@code percentage}), {@code mails} (GET).
     */
    public static AdminDoor over(FakeAccelevents fake) {
        AdminDoor door = new AdminDoor(fake);
        new AcceleventsAdmin(fake).open(door);
        return door;
    }

    @Override
    public FakeReply handle(FakeRequest request) {
        if (!request.path().startsWith(PREFIX)) {
            return fake.handle(request);
        }
        Optional<Routes.Match> match = routes.match(request);
        if (match.isEmpty()) {
            return error(404, "no such admin path: " + request.method() + " " + request.path());
        }
        try {
            Routes.Match route = match.get();
            return route.handler().handle(new Visit(request, route.variables(), Instant.EPOCH, null));
        } catch (IllegalArgumentException refused) {
            return error(400, String.valueOf(refused.getMessage()));
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    /** Adds a path below the prefix. */
    void on(String method, String path, Routes.Handler handler) {
        routes.add(new Operation(path, method, PREFIX + path, Operation.Kind.READ), handler);
    }

    static FakeReply done() {
        return FakeReply.json(200, Map.of("ok", true));
    }

    static FakeReply error(int status, String message) {
        return FakeReply.json(status, Map.of("error", message));
    }

    private FakeReply rate(Visit visit) {
        long window = visit.parameter("windowMillis").orElse(10_000);
        RateProof proof = fake.requests().rate();
        return FakeReply.json(
                200,
                Json.map(
                        "arrivals", proof.arrivals(),
                        "windowMillis", window,
                        "highest", proof.highestIn(Duration.ofMillis(window))));
    }

    private FakeReply limit(Visit visit) {
        JsonObject body = visit.body();
        fake.rate(new RateRule(
                (int) body.whole("calls").orElse(0),
                Duration.ofMillis(body.whole("windowMillis").orElse(10_000)),
                body.whole("daily").orElse(0),
                body.flag("retryAfter")));
        return done();
    }

    private FakeReply requests(Visit visit) {
        List<RequestLog.Entry> entries = fake.requests().entries();
        Map<String, Long> counts = new LinkedHashMap<>();
        entries.forEach(entry -> counts.merge(entry.operation(), 1L, Long::sum));
        List<Map<String, Object>> rows = entries.stream()
                .map(entry -> Json.map(
                        "at", entry.at().toString(),
                        "operation", entry.operation(),
                        "method", entry.method(),
                        "path", entry.path(),
                        "status", entry.status(),
                        "effect", entry.effect(),
                        "fault",
                                Optional.ofNullable(entry.fault())
                                        .map(Enum::name)
                                        .orElse(null)))
                .toList();
        return log(visit, counts, rows);
    }

    private FakeReply writes(Visit visit) {
        List<WriteLog.Entry> entries = fake.writes().entries();
        Map<String, Long> counts = new LinkedHashMap<>();
        entries.forEach(entry -> counts.merge(entry.kind(), 1L, Long::sum));
        List<Map<String, Object>> rows = entries.stream()
                .map(entry -> Json.map(
                        "at", entry.at().toString(),
                        "kind", entry.kind(),
                        "subjects", entry.subjects()))
                .toList();
        return log(visit, counts, rows);
    }

    /** Counts always; the entries unless the query says {@code entries=false}. */
    private static FakeReply log(Visit visit, Map<String, Long> counts, List<Map<String, Object>> rows) {
        boolean bare = visit.request().parameter("entries").orElse("").equals("false");
        return FakeReply.json(
                200, Json.map("count", rows.size(), "counts", counts, "entries", bare ? List.of() : rows));
    }
}
