package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prices of products and the import of courses (SPEC). */
final class ProductRoutes {
    private static final RecordKind KIND = RecordKind.PRICE;

    private final HighLevelState state;

    ProductRoutes(HighLevelState state) {
        this.state = state;
    }

    Map<String, Ask.Handler> handlers() {
        return Map.of(
                "prices.list", this::list,
                "prices.create", this::create,
                "prices.get", ask -> FakeReply.json(200, state.view(KIND, find(ask))),
                "prices.update",
                        ask -> FakeReply.json(
                                200,
                                state.view(
                                        KIND,
                                        state.update(
                                                KIND,
                                                find(ask).withAll(ask.body().values())))),
                "courses.import", this::courses);
    }

    private FakeReply list(Ask ask) {
        List<String> ids =
                ask.query("ids").map(text -> List.of(text.split(","))).orElse(List.of());
        List<FakeRecord> all = state.shelf(KIND).where("product", ask.variable("product")).stream()
                .filter(price -> ids.isEmpty() || ids.contains(price.id()))
                .toList();
        long limit = ask.number("limit", 0);
        List<Map<String, Object>> rows =
                ask.page(all, ask.number("offset", 0), limit == 0 ? Integer.MAX_VALUE : limit).stream()
                        .map(price -> state.view(KIND, price))
                        .toList();
        return FakeReply.json(200, Json.map("prices", rows, "total", all.size()));
    }

    private FakeReply create(Ask ask) {
        Map<String, Object> values = new LinkedHashMap<>(ask.body().values());
        values.put("product", ask.variable("product"));
        return FakeReply.json(201, state.view(KIND, state.create(KIND, values)));
    }

    private FakeRecord find(Ask ask) {
        return state.shelf(KIND)
                .find(ask.variable("id"))
                .filter(price -> price.text("product").orElse("").equals(ask.variable("product")))
                .orElseThrow(() -> new Refusal(MembershipsDialect.error(404, "Price not found", "Not Found")));
    }

    /** 201 without a body. */
    private FakeReply courses(Ask ask) {
        state.create(RecordKind.COURSE_IMPORT, Json.map("body", ask.body().values()));
        return new FakeReply(201, Map.of(), new byte[0], Ending.COMPLETE, Duration.ZERO);
    }
}
