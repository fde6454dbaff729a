package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order step: reserves places. There is no idempotency key: every call makes one more order. */
final class Checkout {
    static final Set<String> PAYMENT_TYPES =
            Set.of("CC", "CARD", "CASH", "CHECK", "COMPLIMENTARY", "UNPAID", "INVOICE", "APP", "EXTERNAL_TRANSACTION");

    private final AcceleventsState state;

    Checkout(AcceleventsState state) {
        this.state = state;
    }

    FakeReply order(Visit visit) {
        EventState event = state.event(visit);
        JsonObject body = visit.body();
        VendorDates.requireClientDate(body.text("clientDate"));
        requirePaymentType(body.text("paymentType", ""));
        Map<Long, Long> wanted = new LinkedHashMap<>();
        for (JsonObject line : body.objects("ticketings")) {
            long number = line.whole("numberOfTicket").orElse(0);
            if (number > 0) {
                FakeTicketType type = event.type(line.whole("ticketTypeId").orElse(-1));
                requireLine(type, line, number);
                wanted.merge(type.id(), number, Long::sum);
            }
        }
        if (wanted.isEmpty()) {
            throw VendorError.of("4040503", "There are zero tickets in the order");
        }
        if (wanted.keySet().stream().allMatch(id -> event.type(id).dataType().equals("ADDON"))) {
            throw VendorError.of("4060046", "An add-on needs an event ticket");
        }
        List<Long> typeIds = new ArrayList<>();
        wanted.forEach((typeId, number) -> {
            requirePlaces(event, event.type(typeId), number, visit);
            for (long i = 0; i < number; i++) {
                typeIds.add(typeId);
            }
        });
        FakeOrder order = new FakeOrder(
                state.nextOrderId(),
                body.text("note", ""),
                "Unpaid",
                "UNPAID",
                false,
                typeIds,
                Map.of(),
                FakeDiscountUse.NONE,
                visit.now(),
                visit.now(),
                visit.now().plus(state.switches().holdTimer()));
        event.put(order);
        state.wrote(visit.now(), "order", event, order);
        boolean bare = state.switches().has(AcceleventsQuirk.ORDER_ANSWERS_NUMBER);
        return FakeReply.json(200, bare ? order.id() : Json.map("orderId", order.id()));
    }

    private void requireLine(FakeTicketType type, JsonObject line, long number) {
        int seats = line.texts("seatNumbers").size();
        if (seats > 0 && seats != number) {
            throw VendorError.of("4040507", "The number of seats differs from the number of tickets");
        }
        boolean priced = line.decimal("price")
                .filter(price -> price.compareTo(type.price()) == 0)
                .isPresent();
        if (state.switches().priceChecked() && !priced && !type.kind().equals("DONATION")) {
            throw new IllegalArgumentException("price is not the price of ticket type " + type.id());
        }
        if (number > type.number("maxTickerPerBuyer", 10) || number < type.number("minTickerPerBuyer", 1)) {
            throw new IllegalArgumentException("numberOfTicket is outside the limits of ticket type " + type.id());
        }
    }

    static void requirePaymentType(String type) {
        if (type.isBlank()) {
            throw VendorError.of("4060422", "Payment method is required");
        }
        if (!PAYMENT_TYPES.contains(type)) {
            throw VendorError.of("4060016", "Invalid payment type");
        }
    }

    private static void requirePlaces(EventState event, FakeTicketType type, long number, Visit visit) {
        long remaining = event.remaining(type, visit.now());
        if (remaining == 0) {
            throw VendorError.of("4060517", "No tickets available");
        }
        if (number > remaining) {
            throw VendorError.of("4040504", "Only " + remaining + " tickets left at this price");
        }
    }
}
