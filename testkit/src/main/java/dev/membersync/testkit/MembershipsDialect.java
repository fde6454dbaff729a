package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Error bodies and scopes of the Memberships API. Source: reference notes on its errors (LIVE and SPEC). */
class MembershipsDialect implements Dialect {
    private static final Map<String, String> SCOPES = Map.of(
            "users.list", "users.readonly",
            "users.get", "users.readonly",
            "users.update", "users.write",
            "payments.record", "payments.write");

    private final Map<String, Set<String>> keys;

    MembershipsDialect(Map<String, Set<String>> keys) {
        this.keys = Map.copyOf(keys);
    }

    static FakeReply error(int status, Object message, String error) {
        return FakeReply.json(status, Json.map("statusCode", status, "message", message, "error", error));
    }

    static Refusal invalid(List<String> problems) {
        return new Refusal(error(422, problems, "Unprocessable Entity"));
    }

    static Refusal noSuchUser(String userId) {
        return new Refusal(error(404, "User with id " + userId + " not found", "Not Found"));
    }

    @Override
    public void authorise(Operation operation, FakeRequest request) {
        String header = request.header("authorization").orElse("");
        Set<String> scopes = header.startsWith("Bearer ") ? keys.get(header.substring(7)) : null;
        if (scopes == null) {
            throw new Refusal(error(401, "Invalid Private Integration token", "Unauthorized"));
        }
        if (!scopes.contains(SCOPES.getOrDefault(operation.id(), ""))) {
            throw new Refusal(error(401, "The token is not authorized for this scope.", "Unauthorized"));
        }
    }

    @Override
    public FakeReply unknownRoute(FakeRequest request) {
        return error(404, "Cannot " + request.method() + " " + request.path(), "Not Found");
    }

    @Override
    public FakeReply malformed(String reason) {
        return error(400, reason, "Bad Request");
    }

    @Override
    public FakeReply tooMany(OptionalLong retryAfter) {
        FakeReply reply = FakeReply.json(429, Json.map("statusCode", 429, "message", "Too Many Requests"));
        return retryAfter.isPresent() ? reply.with("retry-after", String.valueOf(retryAfter.getAsLong())) : reply;
    }

    @Override
    public FakeReply unprocessable() {
        return error(422, List.of("the request could not be processed"), "Unprocessable Entity");
    }

    @Override
    public boolean showsRateHeaders() {
        return true;
    }
}
