package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The payment step: issues the tickets of an order, once, and mails the buyer. */
final class PaymentStep {
    private record Holder(FakeTicketType type, Map<String, String> answers) {}

    private final AcceleventsState state;

    PaymentStep(AcceleventsState state) {
        this.state = state;
    }

    FakeReply pay(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        if (order.issued()) {
            throw VendorError.of("4060426", "Order already paid");
        }
        if (!order.holdsAt(visit.now())) {
            throw VendorError.of("4060425", "Your checkout time limit has passed. Please start over");
        }
        JsonObject body = visit.body();
        VendorDates.requireClientDate(body.text("clientDate"));
        String type = body.text("paymenttype", "");
        Checkout.requirePaymentType(type);
        Map<String, String> purchaser =
                body.object("purchaser").map(FormRules::purchaser).orElse(Map.of());
        FormRules.requireIdentity(purchaser);
        FormRules.requireLimits(purchaser);
        List<Holder> holders = holders(event, order, body, purchaser);
        boolean card = type.equals("CC") || type.equals("CARD");
        boolean priced =
                holders.stream().anyMatch(holder -> holder.type().price().signum() > 0);
        if (card
                && priced
                && body.text("stripeToken")
                        .or(() -> body.text("tokenOrIntentId"))
                        .isEmpty()) {
            throw VendorError.of("4060703", "Card not found");
        }
        return issue(visit, event, order.booked(status(type), orderType(type), purchaser, visit.now()), holders);
    }

    private List<Holder> holders(EventState event, FakeOrder order, JsonObject body, Map<String, String> purchaser) {
        List<Holder> holders = new ArrayList<>();
        if (!body.flag("hasholderattributes")) {
            order.typeIds().forEach(typeId -> holders.add(new Holder(event.type(typeId), purchaser)));
        } else {
            for (JsonObject sent : body.objects("holder")) {
                long typeId = sent.whole("tickettypeid")
                        .orElse(sent.whole("ticketTypeId").orElse(-1));
                holders.add(new Holder(event.type(typeId), FormRules.answers(event, typeId, sent)));
            }
        }
        List<Long> asked =
                holders.stream().map(holder -> holder.type().id()).sorted().toList();
        if (!asked.equals(order.typeIds().stream().sorted().toList())) {
            throw new IllegalArgumentException("holder must describe every ticket of the order");
        }
        Set<String> emails = new HashSet<>();
        for (Holder holder : holders) {
            check(event, holder, emails);
        }
        return holders;
    }

    private void check(EventState event, Holder holder, Set<String> emails) {
        FormRules.requireMandatory(event, holder.type().id(), holder.answers());
        FormRules.requireLimits(holder.answers());
        if (state.switches().strictDropdowns()) {
            FormRules.requireOptions(event, holder.answers());
        }
        if (state.switches().uniqueHolderEmail()) {
            String email = holder.answers().getOrDefault(FormRules.EMAIL, "");
            FormRules.requireUnique(event, -1, email);
            if (!emails.add(email.toLowerCase(Locale.ROOT))) {
                throw VendorError.of("4060098", "A record with this email already exists");
            }
        }
    }

    private FakeReply issue(Visit visit, EventState event, FakeOrder order, List<Holder> holders) {
        event.put(order);
        state.wrote(visit.now(), "payment", event, order);
        List<Map<String, Object>> issued = new ArrayList<>();
        for (Holder holder : holders) {
            long id = state.nextTicketId();
            boolean paid = order.status().equals("Paid");
            FakeTicket ticket = new FakeTicket(
                    id,
                    order.id(),
                    state.barcode(id),
                    state.attendeeId(id),
                    holder.type().id(),
                    FakeTicket.State.BOOKED,
                    holder.answers(),
                    paid ? holder.type().price() : BigDecimal.ZERO,
                    visit.now(),
                    visit.now());
            event.put(ticket, visit.now());
            issued.add(Json.map(
                    "eventTicketId", String.valueOf(id), "email", ticket.email(), "attendeeId", ticket.attendeeId()));
        }
        event.mail(visit.now(), order.purchaser().getOrDefault(FormRules.EMAIL, ""), "confirmation");
        return FakeReply.json(200, issued);
    }

    static String status(String paymentType) {
        return switch (paymentType) {
            case "UNPAID", "INVOICE" -> "Unpaid";
            case "COMPLIMENTARY" -> "Complimentary";
            default -> "Paid";
        };
    }

    private static String orderType(String paymentType) {
        return paymentType.equals("CC") ? "CARD" : paymentType;
    }
}
