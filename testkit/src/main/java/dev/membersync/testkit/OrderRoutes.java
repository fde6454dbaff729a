package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders, transactions and subscriptions (SPEC and LIVE). */
final class OrderRoutes {
    private final HighLevelState state;
    private final MoneyShelf money;

    OrderRoutes(HighLevelState state) {
        this.state = state;
        this.money = new MoneyShelf(state);
    }

    Map<String, Ask.Handler> handlers() {
        Map<String, Ask.Handler> handlers = new LinkedHashMap<>();
        read(handlers, "orders", RecordKind.ORDER);
        read(handlers, "transactions", RecordKind.TRANSACTION);
        read(handlers, "subscriptions", RecordKind.SUBSCRIPTION);
        handlers.put("orders.recordPayment", this::recordPayment);
        handlers.put("orders.fulfill", this::fulfill);
        handlers.put("orders.fulfillments", this::fulfillments);
        handlers.put("orders.notes", ask -> {
            money.find(ask, RecordKind.ORDER);
            return FakeReply.json(200, Json.map("data", List.of()));
        });
        return handlers;
    }

    private void read(Map<String, Ask.Handler> handlers, String name, RecordKind kind) {
        handlers.put(name + ".list", ask -> money.page(ask, kind, "data", "totalCount"));
        handlers.put(name + ".get", ask -> FakeReply.json(200, money.detail(kind, money.find(ask, kind))));
    }

    private FakeReply recordPayment(Ask ask) {
        FakeRecord order = money.find(ask, RecordKind.ORDER);
        money.pay(ask, RecordKind.ORDER, order, MoneyShelf.decimal(order, "amount"));
        return FakeReply.json(200, Json.map("success", true));
    }

    private FakeReply fulfill(Ask ask) {
        FakeRecord order = money.find(ask, RecordKind.ORDER);
        Map<String, Object> values = new LinkedHashMap<>(ask.body().values());
        values.put("orderId", order.id());
        FakeRecord made = state.create(RecordKind.FULFILLMENT, values);
        state.update(RecordKind.ORDER, order.with("fulfillmentStatus", "fulfilled"));
        return FakeReply.json(200, Json.map("status", true, "data", state.view(RecordKind.FULFILLMENT, made)));
    }

    private FakeReply fulfillments(Ask ask) {
        FakeRecord order = money.find(ask, RecordKind.ORDER);
        List<Map<String, Object>> rows = state.shelf(RecordKind.FULFILLMENT).where("orderId", order.id()).stream()
                .map(record -> state.view(RecordKind.FULFILLMENT, record))
                .toList();
        return FakeReply.json(200, Json.map("status", true, "data", rows));
    }
}
