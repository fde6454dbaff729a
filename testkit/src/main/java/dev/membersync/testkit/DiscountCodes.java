package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Discount codes and their use in an open order. Reads show dates month first, writes take them day first (DOC, OLD). */
final class DiscountCodes {
    private final AcceleventsState state;

    DiscountCodes(AcceleventsState state) {
        this.state = state;
    }

    FakeReply list(Visit visit) {
        EventState event = state.event(visit);
        long occurrence = visit.parameter("recurringEventId").orElse(0);
        return FakeReply.json(
                200,
                event.office().discounts().values().stream()
                        .filter(discount -> occurrence == 0 || discount.recurringEventId() == occurrence)
                        .map(discount -> row(event, discount))
                        .toList());
    }

    private static Map<String, Object> row(EventState event, FakeDiscount discount) {
        String types =
                new TreeSet<>(discount.typeIds()).stream().map(String::valueOf).collect(Collectors.joining(","));
        return Json.map(
                "id", discount.id(),
                "code", discount.code(),
                "amount", discount.amount(),
                "couponUsed", DiscountRules.used(event, discount.code()),
                "maximumUseOfCoupon", discount.uses(),
                "maximumUseOfCouponPerUser", discount.usesPerUser(),
                "startDate", FakeDiscount.shown(discount.start()).orElse(null),
                "endDate", FakeDiscount.shown(discount.end()).orElse(null),
                "eventTicketTypeId", types.isEmpty() ? "0" : types,
                "discountType", discount.percentage() ? "PERCENTAGE" : "FLAT",
                "applicableTo", discount.perOrder() ? "PER_ORDER" : "PER_TICKET",
                "recurringRelativeStartTime", null,
                "recurringRelativeEndTime", null,
                "recurringEventId", discount.recurringEventId());
    }

    FakeReply create(Visit visit) {
        EventState event = state.event(visit);
        FakeDiscount discount = read(visit, event, event.office().nextId());
        return save(visit, event, discount, "discount-create");
    }

    FakeReply update(Visit visit) {
        EventState event = state.event(visit);
        FakeDiscount before = named(visit, event);
        FakeDiscount next = read(visit, event, before.id());
        long used = DiscountRules.used(event, before.code());
        if (next.uses() > 0 && next.uses() < used) {
            throw VendorError.of("4060413", "The maximum is below the number of uses so far");
        }
        boolean sameWorth = next.amount().compareTo(before.amount()) == 0 && next.percentage() == before.percentage();
        if (used > 0 && (!sameWorth || !next.code().equalsIgnoreCase(before.code()))) {
            throw new IllegalArgumentException("a used coupon keeps its code and amount");
        }
        return save(visit, event, next, "discount-update");
    }

    FakeReply delete(Visit visit) {
        EventState event = state.event(visit);
        FakeDiscount discount = named(visit, event);
        if (DiscountRules.used(event, discount.code()) > 0) {
            throw VendorError.of("4060412", "A used coupon cannot be deleted");
        }
        event.office().discounts().remove(discount.id());
        state.wrote(visit.now(), "discount-delete", event, "discountId", discount.id());
        return HolderAnswers.success("Coupon deleted successfully");
    }

    private FakeReply save(Visit visit, EventState event, FakeDiscount discount, String kind) {
        boolean taken = event.office()
                .discount(discount.code())
                .filter(other -> other.id() != discount.id())
                .isPresent();
        if (taken) {
            throw VendorError.of("4060410", "Coupon already exists");
        }
        event.office().discounts().put(discount.id(), discount);
        state.wrote(visit.now(), kind, event, "discountId", discount.id());
        return HolderAnswers.success("Coupon saved successfully");
    }

    /** The vendor's page says id, the old console put the code there; the switch decides. No code is documented for a stranger. */
    private FakeDiscount named(Visit visit, EventState event) {
        Optional<FakeDiscount> found = state.switches().has(AcceleventsQuirk.DISCOUNTS_BY_CODE)
                ? event.office().discount(visit.variable("coupon"))
                : Optional.ofNullable(event.office().discounts().get(visit.number("coupon")));
        return found.orElseThrow(() -> VendorError.of("4040000", "No such coupon"));
    }

    private FakeDiscount read(Visit visit, EventState event, long id) {
        JsonObject body = visit.body();
        String code = body.text("couponCode", "");
        if (!code.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("couponCode must be one word");
        }
        BigDecimal amount = body.decimal("amount")
                .filter(value -> value.signum() > 0)
                .orElseThrow(() -> new IllegalArgumentException("amount must be above zero"));
        String kind = body.text("discountType", "").toUpperCase(Locale.ROOT);
        if (!Set.of("PERCENTAGE", "FLAT").contains(kind)) {
            throw new IllegalArgumentException("discountType must be PERCENTAGE or FLAT");
        }
        if (kind.equals("PERCENTAGE") && amount.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw VendorError.of("4060414", "A percentage cannot be above 100");
        }
        long occurrence = visit.parameter("recurringEventId").orElse(0);
        if (occurrence > 0 && !(body.has("recurringRelativeStartTime") && body.has("recurringRelativeEndTime"))) {
            throw VendorError.of("4060444", "The recurring relative times are missing");
        }
        return new FakeDiscount(
                id,
                code,
                amount,
                kind.equals("PERCENTAGE"),
                body.text("applicableTo", "PER_TICKET").equals("PER_ORDER"),
                typeIds(event, body),
                body.whole("uses").orElse(0),
                body.whole("maximumUseOfCouponPerUser").orElse(0),
                date(body, "couponStartDate"),
                date(body, "couponEndDate"),
                occurrence);
    }

    private static @Nullable Instant date(JsonObject body, String key) {
        return body.text(key)
                .filter(text -> !text.isEmpty())
                .map(text -> VendorDates.dayFirst(key, text))
                .orElse(null);
    }

    /** Comma-joined ids; 0 or nothing is all (OLD). */
    static Set<Long> typeIds(EventState event, JsonObject body) {
        Set<Long> ids = new LinkedHashSet<>();
        for (String text : body.text("eventTicketTypeId", "0").split(",")) {
            String id = text.trim();
            if (!id.isEmpty() && !id.equals("0")) {
                ids.add(event.type(id.matches("\\d{1,18}") ? Long.parseLong(id) : -1)
                        .id());
            }
        }
        return ids;
    }

    /** A GET that changes the price of an order. */
    FakeReply apply(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        PaymentStep.requireOpen(order, visit.now());
        FakeDiscount discount = event.office()
                .discount(visit.variable("code"))
                .filter(known -> known.runsAt(visit.now()) && DiscountRules.free(event, known, order, visit.now()))
                .orElseThrow(DiscountRules::notApplied);
        List<FakeTicketType> tickets = order.typeIds().stream().map(event::type).toList();
        if (tickets.stream().noneMatch(type -> DiscountRules.eligible(discount, type))) {
            boolean donation = tickets.stream().allMatch(type -> type.kind().equals("DONATION"));
            throw donation
                    ? VendorError.of("4060428", "Coupons do not count for donations")
                    : VendorError.of("4060416", "The coupon is not valid for this ticket type");
        }
        BigDecimal off = DiscountRules.amount(discount, tickets);
        FakeOrder next = order.discounted(new FakeDiscountUse(discount.code(), off), visit.now());
        event.put(next);
        state.wrote(visit.now(), "discount-apply", event, next);
        BigDecimal total = tickets.stream().map(FakeTicketType::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        return FakeReply.json(200, Json.map("totalPrice", total.subtract(off), "discountAmount", off));
    }
}
