package dev.membersync.memberships.profile;

import dev.membersync.client.Confidence;
import dev.membersync.client.Operation;
import dev.membersync.client.policy.Safety;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the routes of one part of the vendor's specification, which share source, scopes and token level. */
final class Routes {
    private final Map<String, Route> rows = new LinkedHashMap<>();
    private final Confidence confidence;
    private final String source;
    private final TokenLevel level;

    Routes(Confidence confidence, String source, TokenLevel level) {
        this.confidence = confidence;
        this.source = source;
        this.level = level;
    }

    /** Adds a row; an empty scope stands for none. */
    Routes add(String id, String method, String path, Safety safety, String scope, String... keys) {
        return put(route(id, method, path, safety, scope, level, confidence, keys));
    }

    /** Adds a row that differs from its part in level or in how well it is known. */
    Routes add(
            TokenLevel other,
            Confidence known,
            String id,
            String method,
            String path,
            Safety safety,
            String scope,
            String... keys) {
        return put(route(id, method, path, safety, scope, other, known, keys));
    }

    /** Adds a list. */
    Routes list(String id, String method, String path, String scope, Paging paging, String key, String... totals) {
        return put(route(id, method, path, Safety.READ, scope, level, confidence, key)
                .paged(paging)
                .counted(totals));
    }

    Map<String, Route> rows() {
        return rows;
    }

    private Routes put(Route route) {
        rows.put(route.id(), route);
        return this;
    }

    private Route route(
            String id,
            String method,
            String path,
            Safety safety,
            String scope,
            TokenLevel whose,
            Confidence known,
            String... keys) {
        Optional<String> needed = scope.isEmpty() ? Optional.empty() : Optional.of(scope);
        Operation operation = new Operation(id, method, path, safety, needed, known, source);
        return new Route(operation, whose, List.of(keys), List.of(), Paging.none());
    }
}
