package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The host's document of all ticket types: read whole, posted whole (OLD). A row replaces its type, what it leaves out included. */
final class TicketTypeDocument {
    private static final Map<String, Object> SAME_FOR_ALL = Json.map(
            "ticketTypeDescription",
            "",
            "enableTicketDescription",
            false,
            "passfeetobuyer",
            false,
            "startDate",
            "2026/01/01 00:00",
            "endDate",
            "2027/12/31 23:59",
            "hidden",
            false,
            "maxTickerPerBuyer",
            10,
            "minTickerPerBuyer",
            1,
            "isTable",
            false,
            "ticketsPerTable",
            0,
            "categoryId",
            null);
    private static final Map<String, Object> SAME_FOR_EVENTS = Json.map(
            "allowEditingOfDisclaimer", false,
            "eventTitle", "",
            "eventStartDate", "2026/12/01 09:00",
            "eventEndDate", "2026/12/02 18:00",
            "eventAddress", "1 Example Street",
            "latitude", "",
            "longitude", "",
            "currencySymbol", "$",
            "timezoneId", "Coordinated Universal Time",
            "equivalentTimezone", "UTC");
    private static final Set<String> OWN_KEYS = Set.of("typeId", "name", "price", "numberOfTicket");

    private final AcceleventsState state;

    TicketTypeDocument(AcceleventsState state) {
        this.state = state;
    }

    FakeReply read(Visit visit) {
        EventState event = state.event(visit);
        boolean hiddenOnly =
                visit.request().parameter("fetchHiddenTicketsOnly").orElse("").equals("true");
        String dataType = visit.request().parameter("dataType").orElse("");
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Long> taxed = new ArrayList<>();
        for (FakeTicketType type : event.types().values()) {
            if ((!hiddenOnly || type.is("hidden"))
                    && (dataType.isEmpty() || type.dataType().equals(dataType))) {
                rows.add(row(type));
                taxed.add(type.id());
            }
        }
        Map<String, Object> document = new LinkedHashMap<>(SAME_FOR_EVENTS);
        document.putAll(event.office().document());
        document.put("salesTaxRate", Json.map("ticketingTypeIds", taxed, "absorbTax", false));
        document.put("ticketTypes", rows);
        return FakeReply.json(200, document);
    }

    private static Map<String, Object> row(FakeTicketType type) {
        Map<String, Object> row = Json.map(
                "typeId", type.id(),
                "name", type.name(),
                "price", type.price(),
                "numberOfTicket", type.quantity());
        row.putAll(SAME_FOR_ALL);
        row.put("dataType", type.dataType());
        row.putAll(type.details());
        return row;
    }

    /** Checks the whole document before it changes anything. */
    FakeReply write(Visit visit) {
        EventState event = state.event(visit);
        JsonObject body = visit.body();
        if (!body.has("ticketTypes")) {
            throw new IllegalArgumentException("ticketTypes is required");
        }
        List<FakeTicketType> next = new ArrayList<>();
        body.objects("ticketTypes").forEach(row -> next.add(read(event, row)));
        body.values().forEach((name, value) -> {
            if (value != null && SAME_FOR_EVENTS.containsKey(name)) {
                event.office().document().put(name, value);
            }
        });
        for (FakeTicketType type : next) {
            boolean fresh = type.id() == 0;
            long id = fresh ? state.nextTypeId() : type.id();
            event.types().put(id, new FakeTicketType(id, type.name(), type.price(), type.quantity(), type.details()));
            state.wrote(visit.now(), fresh ? "type-create" : "type-update", event, "typeId", id);
        }
        return HolderAnswers.success("Ticket types saved successfully");
    }

    private static FakeTicketType read(EventState event, JsonObject row) {
        long id = row.whole("typeId").orElse(0);
        String name = row.text("name", "");
        BigDecimal price = row.decimal("price").orElse(BigDecimal.ONE.negate());
        long quantity = row.whole("numberOfTicket").orElse(-1);
        if (name.isBlank() || price.signum() < 0 || quantity < 0) {
            throw new IllegalArgumentException("name, price and numberOfTicket are required");
        }
        if (id != 0 && quantity < event.sold(event.type(id).id())) {
            throw new IllegalArgumentException("numberOfTicket is below what was sold");
        }
        for (String date : List.of("startDate", "endDate")) {
            row.text(date).ifPresent(text -> VendorDates.requireYearFirst(date, text));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        row.values().forEach((key, value) -> {
            if (value != null && !OWN_KEYS.contains(key)) {
                details.put(key, value);
            }
        });
        return new FakeTicketType(id, name, price, (int) Math.min(quantity, Integer.MAX_VALUE), details);
    }

    /** A type that sold tickets stays; no code is documented. */
    FakeReply delete(Visit visit) {
        EventState event = state.event(visit);
        FakeTicketType type = event.type(visit.number("typeId"));
        boolean named = event.tickets().values().stream().anyMatch(ticket -> ticket.typeId() == type.id());
        if (named
                || event.held(visit.now()).stream()
                        .anyMatch(order -> order.typeIds().contains(type.id()))) {
            throw new IllegalArgumentException("a ticket type with tickets cannot be deleted");
        }
        event.types().remove(type.id());
        state.wrote(visit.now(), "type-delete", event, "typeId", type.id());
        return HolderAnswers.success("Ticket type deleted successfully");
    }
}
