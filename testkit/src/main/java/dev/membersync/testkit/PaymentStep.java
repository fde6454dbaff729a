package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The payment step: issues the tickets of an order, once, and mails the buyer. */
final class PaymentStep {
    private record Holder(FakeTicketType type, Map<String, String> answers, FakeHolderRecord record) {}

    private final AcceleventsState state;

    PaymentStep(AcceleventsState state) {
        this.state = state;
    }

    FakeReply pay(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        requireOpen(order, visit.now());
        JsonObject body = visit.body();
        VendorDates.requireClientDate(body.text("clientDate"));
        String type = body.text("paymenttype", "");
        Checkout.requirePaymentType(type);
        Map<String, String> purchaser = body.object("purchaser")
                .map(sent -> FormRules.purchaser(sent, state.switches().pairKey()))
                .orElse(Map.of());
        FormRules.requireIdentity(purchaser);
        FormRules.requireLimits(purchaser);
        FormRules.requireBuyerQuestions(event, purchaser);
        DiscountRules.requireUsesOf(event, order, purchaser.getOrDefault(FormRules.EMAIL, ""));
        List<Holder> holders = holders(event, order, body, purchaser, visit.now());
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

    /** The public twin acknowledges instead of naming the tickets (DOC). */
    FakeReply payInPublic(Visit visit) {
        pay(visit);
        return HolderAnswers.success("Order placed successfully");
    }

    static void requireOpen(FakeOrder order, Instant now) {
        if (order.issued()) {
            throw VendorError.of("4060426", "Order already paid");
        }
        if (!order.holdsAt(now)) {
            throw VendorError.of("4060425", "Your checkout time limit has passed. Please start over");
        }
    }

    private List<Holder> holders(
            EventState event, FakeOrder order, JsonObject body, Map<String, String> purchaser, Instant now) {
        List<Holder> holders = new ArrayList<>();
        if (!body.flag("hasholderattributes")) {
            order.typeIds()
                    .forEach(typeId -> holders.add(new Holder(event.type(typeId), purchaser, FakeHolderRecord.EMPTY)));
        } else {
            for (JsonObject sent : body.objects("holder")) {
                long typeId = typeId(sent);
                String pairKey = state.switches().pairKey();
                holders.add(new Holder(
                        event.type(typeId),
                        FormRules.answers(event, typeId, sent, pairKey),
                        NestedForm.record(event, sent, pairKey)));
            }
        }
        List<Long> asked =
                holders.stream().map(holder -> holder.type().id()).sorted().toList();
        if (!asked.equals(order.typeIds().stream().sorted().toList())) {
            throw new IllegalArgumentException("holder must describe every ticket of the order");
        }
        Set<String> emails = new HashSet<>();
        for (Holder holder : holders) {
            check(event, holder, emails, now);
        }
        return holders;
    }

    private long typeId(JsonObject holder) {
        String key = state.switches().holderTypeKey();
        return key.isEmpty()
                ? holder.whole("tickettypeid")
                        .orElse(holder.whole("ticketTypeId").orElse(-1))
                : holder.whole(key).orElse(-1);
    }

    private void check(EventState event, Holder holder, Set<String> emails, Instant now) {
        FormRules.requireMandatory(event, holder.type().id(), holder.answers());
        NestedForm.requireRevealed(event, holder.record());
        FormRules.requireBirthDate(event, holder.answers(), now, "4060124");
        FormRules.requireLimits(holder.answers());
        if (state.switches().strictAnswers()) {
            AnswerFormats.require(event, holder.answers());
            NestedForm.requireNothingHidden(event, holder.record());
        }
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
        boolean paid = order.status().equals("Paid");
        List<BigDecimal> prices = DiscountRules.prices(
                event, order, holders.stream().map(Holder::type).toList());
        for (Holder holder : holders) {
            long id = state.nextTicketId();
            FakeTicket ticket = new FakeTicket(
                    id,
                    order.id(),
                    state.barcode(id),
                    state.attendeeId(id),
                    holder.type().id(),
                    FakeTicket.State.BOOKED,
                    holder.answers(),
                    holder.record(),
                    paid ? prices.get(issued.size()) : BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    visit.now(),
                    visit.now());
            event.put(ticket, visit.now());
            issued.add(Json.map(
                    "eventTicketId", String.valueOf(id), "email", ticket.email(), "attendeeId", ticket.attendeeId()));
        }
        event.mail(visit.now(), order.purchaser().getOrDefault(FormRules.EMAIL, ""), "confirmation");
        boolean one = issued.size() == 1 && state.switches().has(AcceleventsQuirk.PAYMENT_ANSWERS_OBJECT);
        return FakeReply.json(200, one ? issued.get(0) : issued);
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
