package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Coupons (SPEC, highlevel-api-docs apps/payments.json). A coupon's id stands in query or body; its status follows from its dates (INFER); how an unknown one is answered is
 * not on record, so it is as an unknown order is.
 */
final class CouponRoutes {
    private static final RecordKind KIND = RecordKind.COUPON;
    private static final List<String> NOT_SHOWN = List.of("id", "usageLimit", "productIds", "priceIds", "variantIds");

    private final HighLevelState state;
    private final MoneyShelf money;

    CouponRoutes(HighLevelState state) {
        this.state = state;
        this.money = new MoneyShelf(state);
    }

    Map<String, Ask.Handler> handlers() {
        return Map.of(
                "coupons.list", this::list,
                "coupons.get", this::get,
                "coupons.create", ask -> FakeReply.json(201, shown(state.create(KIND, checked(ask)))),
                "coupons.update",
                        ask -> FakeReply.json(
                                200,
                                shown(state.update(KIND, money.find(ask, KIND).withAll(checked(ask))))),
                "coupons.delete",
                        ask -> {
                            state.remove(KIND, money.find(ask, KIND).id());
                            return FakeReply.json(200, Json.map("success", true));
                        });
    }

    private FakeReply list(Ask ask) {
        MoneyShelf.requireLocation(ask.query("altType").orElse(""));
        String search = ask.query("search").orElse("").toLowerCase(Locale.ROOT);
        List<Map<String, Object>> all = state
                .shelf(KIND)
                .where("altId", ask.query("altId").orElse(""))
                .stream()
                .map(this::shown)
                .filter(row -> ask.query("status")
                        .map(sought -> sought.equals(row.get("status")))
                        .orElse(true))
                .filter(row -> (row.get("name") + " " + row.get("code"))
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .toList();
        List<Map<String, Object>> page = ask.page(all, ask.number("offset", 0), ask.number("limit", 100));
        return FakeReply.json(200, Json.map("data", page, "totalCount", all.size()));
    }

    private FakeReply get(Ask ask) {
        FakeRecord coupon = money.find(ask, KIND);
        if (!coupon.text("code").equals(ask.query("code"))) {
            throw new Refusal(MoneyShelf.notFound(KIND));
        }
        return FakeReply.json(200, shown(coupon));
    }

    private static Map<String, Object> checked(Ask ask) {
        JsonObject body = ask.body();
        MoneyShelf.requireLocation(body.text("altType", ""));
        if (!List.of("percentage", "amount").contains(body.text("discountType", ""))) {
            throw MembershipsDialect.invalid(
                    List.of("discountType must be one of the following values: percentage, amount"));
        }
        Map<String, Object> values = new LinkedHashMap<>(body.values());
        values.remove("id");
        List.of("startDate", "endDate").forEach(name -> body.text(name).ifPresent(day -> time(name, day)));
        // A flag goes in and a number comes out (SPEC).
        values.put("limitPerCustomer", body.flag("limitPerCustomer") ? 1 : 0);
        values.putIfAbsent("applyToFuturePayments", true);
        values.putIfAbsent("applyToFuturePaymentsConfig", Json.map("type", "forever"));
        return values;
    }

    private Map<String, Object> shown(FakeRecord coupon) {
        Map<String, Object> view = state.view(KIND, coupon);
        NOT_SHOWN.forEach(view::remove);
        view.put("status", status(coupon));
        return view;
    }

    private String status(FakeRecord coupon) {
        boolean early = coupon.text("startDate")
                .filter(day -> state.now().isBefore(time("startDate", day)))
                .isPresent();
        boolean late = coupon.text("endDate")
                .filter(day -> state.now().isAfter(time("endDate", day)))
                .isPresent();
        return early ? "scheduled" : late ? "expired" : "active";
    }

    private static Instant time(String name, String text) {
        try {
            return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
        } catch (DateTimeParseException none) {
            throw MembershipsDialect.invalid(List.of(name + " must be a valid ISO 8601 date string"));
        }
    }
}
