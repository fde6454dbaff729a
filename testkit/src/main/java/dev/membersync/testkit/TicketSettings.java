package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ticket types and fees as staff sees them. The misspelt keys are the vendor's (DOC). */
final class TicketSettings {
    private static final Map<String, Object> SAME_FOR_ALL = Json.map(
            "fee",
            BigDecimal.ZERO,
            "startDate",
            "2026/01/01 00:00",
            "endDate",
            "2027/12/31 23:59",
            "bundleType",
            "INDIVIDUAL_TICKET",
            "ticketsPerTable",
            0,
            "maxTickerPerBuyer",
            10,
            "minTickerPerBuyer",
            1,
            "enableTicketDescription",
            false,
            "passFeesToBuyer",
            false,
            "categoryId",
            null);

    private final AcceleventsState state;

    TicketSettings(AcceleventsState state) {
        this.state = state;
    }

    FakeReply settings(Visit visit) {
        EventState event = state.event(visit);
        List<Map<String, Object>> types = new ArrayList<>();
        for (FakeTicketType type : event.types().values()) {
            Map<String, Object> row = Json.map(
                    "typeId", type.id(),
                    "name", type.name(),
                    "price", type.price(),
                    "remainingTickets", event.remaining(type, visit.now()),
                    "position", types.size() * 1000,
                    "ticketType", type.kind(),
                    "totalSoldTickets", event.sold(type.id()));
            row.putAll(SAME_FOR_ALL);
            types.add(row);
        }
        String key = state.switches().ticketTypesKey();
        return FakeReply.json(200, Json.map("address", "1 Example Street", key, types));
    }

    /** Takes texts, answers numbers; charges no fees. */
    FakeReply fee(Visit visit) {
        EventState event = state.event(visit);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (JsonObject line : Json.objects(visit.request().body())) {
            FakeTicketType type = event.type(line.whole("ticketingTypeId").orElse(-1));
            long quantity = line.whole("ticketQuantity").orElse(0);
            BigDecimal price = line.decimal("ticketPrice").orElse(type.price());
            lines.add(Json.map(
                    "ticketingTypeId",
                    type.id(),
                    "ticketQuantity",
                    quantity,
                    "ticketPrice",
                    price,
                    "totalPayable",
                    price.multiply(BigDecimal.valueOf(quantity)),
                    "aeFees",
                    BigDecimal.ZERO,
                    "ccFees",
                    BigDecimal.ZERO,
                    "wlFees",
                    BigDecimal.ZERO));
        }
        return FakeReply.json(200, lines);
    }
}
