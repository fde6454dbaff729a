package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Staff logins, which HIGHLEVEL calls users (SPEC and LIVE). */
final class StaffRoutes {
    private final HighLevelState state;

    StaffRoutes(HighLevelState state) {
        this.state = state;
    }

    Map<String, Ask.Handler> handlers() {
        return Map.of(
                "users.search", this::search,
                "users.byEmail", this::byEmail,
                "users.list", this::list,
                "users.create", this::create,
                "users.get", ask -> bare(200, find(ask)),
                "users.update", this::update,
                "users.delete", this::delete);
    }

    /** Without {@code companyId} it is 401, not 422, unless a location is named. */
    private FakeReply search(Ask ask) {
        if (ask.query("companyId").isEmpty() && ask.query("locationId").isPresent()) {
            throw MembershipsDialect.invalid(List.of("companyId must be a string", "companyId should not be empty"));
        }
        refuseForeign(ask.query("companyId").orElse(""));
        String query = ask.query("query").orElse("").toLowerCase(Locale.ROOT);
        List<String> ids =
                ask.query("ids").map(text -> List.of(text.split(","))).orElse(List.of());
        Predicate<FakeRecord> test = user -> ids.isEmpty() || ids.contains(user.id());
        return page(
                ask,
                users(test.and(user -> query.isEmpty() || ContactSearch.mentions(user, query))
                        .and(user -> ask.query("locationId")
                                .map(at -> isAt(user, at))
                                .orElse(true))
                        .and(user -> role(user, "type", ask.query("type").orElse("")))
                        .and(user -> role(user, "role", ask.query("role").orElse("")))),
                ask.number("skip", 0),
                ask.number("limit", 25));
    }

    private FakeReply byEmail(Ask ask) {
        refuseForeign(ask.body().text("companyId", ""));
        List<String> emails =
                List.of(ask.body().text("emails", "").toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
        List<FakeRecord> found =
                users(user -> emails.contains(user.text("email").orElse("").toLowerCase(Locale.ROOT)));
        String projection = ask.body().text("projection", "id,email");
        if (projection.equals("all")) {
            return page(
                    ask,
                    found,
                    ask.body().whole("skip").orElse(0),
                    ask.body().whole("limit").orElse(25));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FakeRecord user : found) {
            Map<String, Object> row = view(user);
            row.keySet().retainAll(List.of(projection.split("\\s*,\\s*")));
            rows.add(row);
        }
        return FakeReply.json(200, Json.map("users", rows, "count", found.size()));
    }

    private FakeReply list(Ask ask) {
        String location = ask.query("locationId").orElse("");
        List<FakeRecord> all = users(user -> isAt(user, location));
        return FakeReply.json(
                200,
                Json.map(
                        "users",
                        ask.page(all, 0, Integer.MAX_VALUE).stream()
                                .map(this::view)
                                .toList()));
    }

    private FakeReply create(Ask ask) {
        Map<String, Object> values = values(ask);
        values.put(
                "roles",
                Json.map(
                        "type", ask.body().text("type", ""),
                        "role", ask.body().text("role", ""),
                        "locationIds", ask.body().texts("locationIds")));
        return bare(201, state.create(RecordKind.USER, values));
    }

    private FakeReply update(Ask ask) {
        Map<String, Object> values = values(ask);
        // Changing the address is no longer supported (docs): it is taken and has no effect.
        values.remove("email");
        FakeRecord before = find(ask);
        Map<String, Object> roles = new LinkedHashMap<>(before.map("roles"));
        List.of("type", "role", "locationIds").stream()
                .filter(ask.body()::has)
                .forEach(name -> roles.put(name, ask.body().values().get(name)));
        values.put("roles", roles);
        return bare(200, state.update(RecordKind.USER, before.withAll(values)));
    }

    private FakeReply delete(Ask ask) {
        state.remove(RecordKind.USER, find(ask).id());
        return ContactRoutes.done(ask, Json.map("message", "Queued deleting user. This may take a few minutes."));
    }

    private static Map<String, Object> values(Ask ask) {
        Map<String, Object> values = new LinkedHashMap<>(ask.body().values());
        List.of("password", "companyId", "type", "role", "locationIds").forEach(values::remove);
        return values;
    }

    private void refuseForeign(String companyId) {
        if (!companyId.equals(state.companyId())) {
            throw Tokens.unauthorized("E01 - Unauthorized request");
        }
    }

    private List<FakeRecord> users(Predicate<FakeRecord> test) {
        return state.shelf(RecordKind.USER).all().stream().filter(test).toList();
    }

    private static boolean isAt(FakeRecord user, String location) {
        return user.map("roles").get("locationIds") instanceof List<?> list && list.contains(location);
    }

    private static boolean role(FakeRecord user, String name, String sought) {
        return sought.isEmpty() || sought.equals(user.map("roles").get(name));
    }

    private FakeReply page(Ask ask, List<FakeRecord> all, long skip, long limit) {
        List<Map<String, Object>> rows =
                ask.page(all, skip, limit).stream().map(this::view).toList();
        return FakeReply.json(200, Json.map("users", rows, "count", all.size()));
    }

    private FakeRecord find(Ask ask) {
        String id = ask.variable("userId");
        return state.shelf(RecordKind.USER).find(id).orElseThrow(() -> MembershipsDialect.noSuchUser(id));
    }

    private Map<String, Object> view(FakeRecord user) {
        Map<String, Object> view = Json.map("id", user.id(), "name", ContactView.name(user));
        view.putAll(user.values());
        return view;
    }

    private FakeReply bare(int status, FakeRecord user) {
        Map<String, Object> view = view(user);
        view.remove("deleted");
        return FakeReply.json(status, view);
    }
}
