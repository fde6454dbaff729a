package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.List;
import java.util.Map;

/** Where an app is installed, in the old paging and in that of version 3 (SPEC). */
final class InstalledRoutes {
    private final HighLevelState state;

    InstalledRoutes(HighLevelState state) {
        this.state = state;
    }

    Map<String, Ask.Handler> handlers() {
        return Map.of("oauth.installedLocations", this::list, "oauth.installedLocationsV3", this::pages);
    }

    private FakeReply list(Ask ask) {
        List<Map<String, Object>> all = all(ask);
        List<Map<String, Object>> page = ask.page(all, ask.number("skip", 0), ask.number("limit", 20));
        return FakeReply.json(200, Json.map("locations", page, "count", all.size(), "installToFutureLocations", false));
    }

    private FakeReply pages(Ask ask) {
        List<Map<String, Object>> all = all(ask);
        long size = ask.number("pageSize", 20);
        String token = ask.query("pageToken").orElse("p0");
        if (size < 1 || size > 100 || !token.matches("p\\d{1,9}")) {
            Map<String, Object> error = Json.map(
                    "code", "INVALID_ARGUMENT",
                    "message", "pageSize is 1 to 100 and pageToken one of ours",
                    "details", Map.of(),
                    "resolution", "send other parameters");
            throw new Refusal(FakeReply.json(400, Json.map("error", error)));
        }
        long first = Long.parseLong(token.substring(1));
        List<Map<String, Object>> page = ask.page(all, first, size);
        boolean more = first + size < all.size();
        Map<String, Object> pagination = Json.map(
                "totalRecords",
                all.size(),
                "hasNextPage",
                more,
                "hasPrevPage",
                first > 0,
                "currentPageSize",
                page.size());
        if (more) {
            pagination.put("nextPageToken", "p" + (first + size));
        }
        return FakeReply.json(
                200, Json.map("items", page, "pagination", pagination, "installToFutureLocations", false));
    }

    private List<Map<String, Object>> all(Ask ask) {
        if (!ask.query("companyId").orElse("").equals(ask.who().resource())) {
            throw new Refusal(MembershipsDialect.error(403, "Forbidden resource", "Forbidden"));
        }
        String app = ask.query("appId").orElse("");
        return state.shelf(RecordKind.INSTALL).all().stream()
                .filter(install -> install.text("locationId").isPresent())
                .filter(install -> install.text("clientId").orElse(app).startsWith(app))
                .filter(install -> ask.query("locationId")
                        .or(() -> install.text("locationId"))
                        .equals(install.text("locationId")))
                .filter(install -> ask.query("isInstalled")
                        .or(() -> install.text("isInstalled"))
                        .equals(install.text("isInstalled")))
                .map(this::row)
                .toList();
    }

    private Map<String, Object> row(FakeRecord install) {
        String location = install.text("locationId").orElse("");
        return Json.map(
                "_id", location,
                "name",
                        state.shelf(RecordKind.LOCATION)
                                .find(location)
                                .flatMap(found -> found.text("name"))
                                .orElse(""),
                "address", install.text("address").orElse(""),
                "isInstalled", install.values().get("isInstalled"));
    }
}
