package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The paths of {@link AdminDoor} that only an Accelevents fake has. An event is made by POST {@code events} alone. */
final class AcceleventsAdmin {
    private final FakeAccelevents fake;

    AcceleventsAdmin(FakeAccelevents fake) {
        this.fake = fake;
    }

    void open(AdminDoor door) {
        door.on("GET", "events", visit -> FakeReply.json(200, fake.eventUrls()));
        door.on("POST", "events", visit -> {
            String url = visit.body().text("url").orElseThrow(() -> new IllegalArgumentException("url is missing"));
            return FakeReply.json(200, Map.of("url", fake.event(url).url()));
        });
        door.on("GET", "events/{e}/ticket-types", visit -> types(event(visit)));
        door.on("POST", "events/{e}/ticket-types", this::addType);
        door.on("PUT", "events/{e}/ticket-types/{id}", this::editType);
        door.on("GET", "events/{e}/form", visit -> form(event(visit)));
        door.on("POST", "events/{e}/form", this::putFields);
        door.on("GET", "events/{e}/orders", visit -> orders(event(visit)));
        door.on("POST", "events/{e}/orders/{orderId}/cancel", this::cancelOrder);
        door.on("GET", "events/{e}/discount-codes", visit -> discounts(event(visit)));
        door.on("POST", "events/{e}/discount-codes", this::addDiscount);
        door.on(
                "GET",
                "events/{e}/mails",
                visit -> FakeReply.json(
                        200,
                        event(visit).mails().stream()
                                .map(mail -> Json.map("to", mail.to(), "reason", mail.reason()))
                                .toList()));
        door.on("PUT", "switches", visit -> AcceleventsAdminSwitches.turn(fake.switches(), visit.body()));
        new AttendeesAdmin(this::event).open(door);
    }

    private FakeEvent event(Visit visit) {
        String url = visit.variable("e");
        if (!fake.eventUrls().contains(url)) {
            throw new Refusal(AdminDoor.error(404, "no such event"));
        }
        return fake.event(url);
    }

    private static FakeReply types(FakeEvent event) {
        return FakeReply.json(
                200,
                event.ticketTypes().stream()
                        .map(type -> Json.map(
                                "id", type.id(),
                                "name", type.name(),
                                "price", type.price(),
                                "quantity", type.quantity(),
                                "remaining", event.remaining(type.id())))
                        .toList());
    }

    private FakeReply addType(Visit visit) {
        JsonObject sent = visit.body();
        long id = event(visit).addTicketType(sent.text("name", ""), sent.text("price", "0"), (int)
                sent.whole("quantity").orElse(1_000_000));
        return FakeReply.json(200, Map.of("id", id));
    }

    private FakeReply editType(Visit visit) {
        JsonObject sent = visit.body();
        event(visit)
                .editTicketType(
                        visit.number("id"),
                        type -> new FakeTicketType(
                                type.id(),
                                sent.text("name", type.name()),
                                sent.decimal("price").orElse(type.price()),
                                (int) sent.whole("quantity").orElse(type.quantity()),
                                type.details()));
        return types(event(visit));
    }

    private static FakeReply form(FakeEvent event) {
        return FakeReply.json(
                200,
                event.fields().stream()
                        .map(field -> Json.map(
                                "name", field.name(),
                                "type", field.type(),
                                "question", field.question(),
                                "mandatory", field.mandatory(),
                                "options", field.options()))
                        .toList());
    }

    private FakeReply putFields(Visit visit) {
        FakeEvent event = event(visit);
        for (JsonObject sent : Json.objects(visit.request().body())) {
            List<String> options = sent.texts("options");
            event.putField(new FakeField(
                    sent.text("name", ""),
                    sent.text("type", options.isEmpty() ? "TEXT" : "DROPDOWN"),
                    sent.flag("question"),
                    sent.flag("mandatory"),
                    options,
                    Set.of()));
        }
        return form(event);
    }

    private static FakeReply discounts(FakeEvent event) {
        return FakeReply.json(
                200,
                event.boxOffice().discounts().stream()
                        .map(discount -> Json.map(
                                "id", discount.id(),
                                "code", discount.code(),
                                "amount", discount.amount(),
                                "percentage", discount.percentage(),
                                "used", event.boxOffice().uses(discount.code())))
                        .toList());
    }

    private FakeReply addDiscount(Visit visit) {
        JsonObject sent = visit.body();
        FakeEvent event = event(visit);
        event.boxOffice().addDiscount(sent.text("code", ""), sent.text("amount", "0"), sent.flag("percentage"));
        return discounts(event);
    }

    /** Every ticket of the order loses its access; no money moves. */
    private FakeReply cancelOrder(Visit visit) {
        FakeEvent event = event(visit);
        long order = visit.number("orderId");
        if (event.order(order).isEmpty()) {
            return AdminDoor.error(404, "no such order");
        }
        event.tickets().stream()
                .filter(ticket -> ticket.orderId() == order && ticket.live())
                .forEach(ticket -> event.cancel(ticket.id()));
        return AdminDoor.done();
    }

    private static FakeReply orders(FakeEvent event) {
        Map<Long, BigDecimal> paid = new LinkedHashMap<>();
        event.tickets().forEach(ticket -> paid.merge(ticket.orderId(), ticket.paid(), BigDecimal::add));
        return FakeReply.json(
                200,
                event.orders().stream()
                        .map(order -> Json.map(
                                "orderId", order.id(),
                                "note", order.note(),
                                "status", order.status(),
                                "orderType", order.orderType(),
                                "issued", order.issued(),
                                "ticketTypeIds", order.typeIds(),
                                "paid", paid.getOrDefault(order.id(), BigDecimal.ZERO),
                                "updatedAt", order.updatedAt().toString()))
                        .toList());
    }
}
