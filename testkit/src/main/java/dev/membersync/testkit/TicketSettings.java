package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ticket types and fees as staff, the public and the portal see them. The misspelt keys are the vendor's (DOC). */
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
            "ticketTypeDescription",
            "",
            "passFeesToBuyer",
            false,
            "categoryColor",
            "",
            "categoryId",
            null);
    private static final Map<String, Object> SAME_FOR_EVENTS = Json.map(
            "address", "1 Example Street",
            "eventListingStatus", "PUBLISHED",
            "eventFormat", "IN-PERSON",
            "eventVenueStatus", "VENUE",
            "showRegistrationButton", true,
            "showTicketPrice", true,
            "showEnterEventButton", false,
            "preEventAccessMinutes", 0,
            "startDate", "2026/12/01 09:00",
            "endDate", "2026/12/02 18:00");

    private final AcceleventsState state;

    TicketSettings(AcceleventsState state) {
        this.state = state;
    }

    FakeReply settings(Visit visit) {
        EventState event = state.event(visit);
        List<Map<String, Object>> types = new ArrayList<>();
        for (FakeTicketType type : event.types().values()) {
            types.add(row(type, "remainingTickets", event.remaining(type, visit.now()), event, types.size()));
        }
        String key = state.switches().ticketTypesKey();
        return FakeReply.json(200, Json.map("address", "1 Example Street", key, types));
    }

    private static Map<String, Object> row(
            FakeTicketType type, String remainingKey, long remaining, EventState event, int index) {
        Map<String, Object> row = Json.map(
                "typeId",
                type.id(),
                "name",
                type.name(),
                "price",
                type.price(),
                remainingKey,
                remaining,
                "position",
                index * 1000,
                "ticketType",
                type.kind(),
                "dataType",
                type.dataType(),
                "totalSoldTickets",
                event.sold(type.id()));
        row.putAll(SAME_FOR_ALL);
        SAME_FOR_ALL.keySet().stream()
                .filter(type.details()::containsKey)
                .forEach(name -> row.put(name, type.details().get(name)));
        return row;
    }

    /** Hidden types need an access code that covers them; the query name of the code is spelt in two ways (DOC). */
    private List<FakeTicketType> visible(Visit visit, EventState event) {
        String sent = visit.request()
                .parameter("accesscode")
                .or(() -> visit.request().parameter("accescode"))
                .orElse("");
        return event.types().values().stream()
                .filter(type -> !type.is("hidden")
                        || event.office()
                                .accessCode(sent)
                                .filter(code -> code.typeIds().isEmpty()
                                        || code.typeIds().contains(type.id()))
                                .isPresent())
                .toList();
    }

    FakeReply inPublic(Visit visit) {
        EventState event = state.event(visit);
        Map<String, Object> page = page(visit, event);
        page.put("eventKey", event.url());
        page.put("availableAccessCode", !event.office().accessCodes().isEmpty());
        page.put("discountCodeAvailable", !event.office().discounts().isEmpty());
        page.put("allowDisagreeDisclaimerConfirmation", false);
        page.put("eventCapacityReach", false);
        page.put("exitIntentPopupEnabled", false);
        page.put("hideRegistrationButton", false);
        page.put("categories", List.of());
        return FakeReply.json(200, page);
    }

    FakeReply onDisplay(Visit visit) {
        return FakeReply.json(200, page(visit, state.event(visit)));
    }

    private Map<String, Object> page(Visit visit, EventState event) {
        List<Map<String, Object>> types = new ArrayList<>();
        for (FakeTicketType type : visible(visit, event)) {
            long remaining = event.remaining(type, visit.now());
            Map<String, Object> row = row(type, "remaniningTickets", remaining, event, types.size());
            row.put("priceWithFee", type.price());
            types.add(row);
        }
        Map<String, Object> page = Json.map(state.switches().ticketTypesKey(), types);
        page.putAll(SAME_FOR_EVENTS);
        return page;
    }

    FakeReply typeSettings(Visit visit) {
        EventState event = state.event(visit);
        long capacity = event.types().values().stream()
                .mapToLong(FakeTicketType::quantity)
                .sum();
        return FakeReply.json(
                200,
                Json.map(
                        "allowEditingOfDisclaimer", false,
                        "customDisclaimer", "",
                        "isSeating", false,
                        "showRemainingTickets", true,
                        "requireDisclaimerConfirmation", false,
                        "allowDisagreeDisclaimerConfirmation", false,
                        "limitEventCapacity", false,
                        "eventCapacity", capacity,
                        "showRegistrationButton", true,
                        "showTicketPrice", true));
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
