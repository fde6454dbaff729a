package dev.membersync.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Binds the tables of operations to those who answer them, and checks every request against its row. */
final class HighLevelRoutes {
    private static final Principal NOBODY = new Principal(false, "", Set.of(), "", Instant.MAX);

    private final HighLevelState state;
    private final Tokens tokens;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Routes routes = new Routes(true);

    HighLevelRoutes(HighLevelState state, Tokens tokens) {
        this.state = state;
        this.tokens = tokens;
    }

    HighLevelRoutes add(List<Rule> table, Map<String, Ask.Handler> handlers) {
        for (Rule rule : table) {
            String id = rule.operation().id();
            Ask.Handler handler = Optional.ofNullable(handlers.get(id))
                    .orElseThrow(() -> new IllegalStateException("nobody answers " + id));
            rules.put(id, rule);
            routes.add(rule.operation(), visit -> serve(rule, handler, visit));
        }
        return this;
    }

    List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    Routes routes() {
        return routes;
    }

    HighLevelDialect dialect() {
        return new HighLevelDialect(state, tokens, rules, routes);
    }

    private FakeReply serve(Rule rule, Ask.Handler handler, Visit visit) {
        FakeRequest request = visit.request();
        Principal who = tokens.find(request).orElse(NOBODY);
        JsonObject body = body(request);
        if (rule.level() != Rule.Level.NONE) {
            Stream.of("locationId", "altId")
                    .flatMap(name ->
                            Stream.of(Optional.of(visit.variable(name)), request.parameter(name), body.text(name)))
                    .flatMap(Optional::stream)
                    .filter(location -> !location.isEmpty() && !reaches(who, location))
                    .findAny()
                    .ifPresent(location -> {
                        throw HighLevelDialect.foreignLocation();
                    });
            List<String> problems = rule.problems(request.query(), body.values());
            if (!problems.isEmpty()) {
                throw MembershipsDialect.invalid(problems);
            }
        }
        return state.serving(() -> handler.answer(new Ask(visit, who, body)));
    }

    /** The body, JSON or form; an empty object when there is none. */
    static JsonObject body(FakeRequest request) {
        if (request.body().length == 0) {
            return JsonObject.of(Map.of());
        }
        return request.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")
                ? JsonObject.of(FakeRequest.of("POST", "/?" + new String(request.body(), UTF_8), Map.of())
                        .query())
                : Json.object(request.body());
    }

    private boolean reaches(Principal who, String location) {
        return who.reaches(location)
                && state.shelf(RecordKind.LOCATION).find(location).isPresent();
    }
}
