package dev.membersync.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a discount code takes off and how often it still can (DOC, H:869733). */
final class DiscountRules {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DiscountRules() {}

    /** A use counts when the order was paid; a deleted order gives it back. */
    static long used(EventState event, String code) {
        return event.listedOrders().stream()
                .filter(order -> order.issued() && carries(order, code))
                .count();
    }

    private static boolean carries(FakeOrder order, String code) {
        return order.discount().code().equalsIgnoreCase(code);
    }

    /** Whether another order may take the code: open orders block their use until their hold ends. */
    static boolean free(EventState event, FakeDiscount discount, FakeOrder order, Instant now) {
        long blocked = event.held(now).stream()
                .filter(open -> open.id() != order.id() && carries(open, discount.code()))
                .count();
        return discount.uses() == 0 || used(event, discount.code()) + blocked < discount.uses();
    }

    /** Refuses a buyer who used the code often enough; asked at the end of checkout only. */
    static void requireUsesOf(EventState event, FakeOrder order, String email) {
        Optional<FakeDiscount> discount =
                event.office().discount(order.discount().code());
        if (discount.isEmpty() || discount.get().usesPerUser() == 0) {
            return;
        }
        long before = event.listedOrders().stream()
                .filter(other ->
                        other.issued() && carries(other, order.discount().code()))
                .filter(other ->
                        other.purchaser().getOrDefault(FormRules.EMAIL, "").equalsIgnoreCase(email))
                .count();
        if (before >= discount.get().usesPerUser()) {
            throw notApplied();
        }
    }

    static BigDecimal amount(FakeDiscount discount, List<FakeTicketType> tickets) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal each = BigDecimal.ZERO;
        for (FakeTicketType type : tickets) {
            if (eligible(discount, type)) {
                sum = sum.add(type.price());
                each = each.add(type.price().min(discount.amount()));
            }
        }
        if (discount.percentage()) {
            return sum.multiply(discount.amount()).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        }
        return discount.perOrder() ? sum.min(discount.amount()) : each;
    }

    static boolean eligible(FakeDiscount discount, FakeTicketType type) {
        return discount.covers(type) && !type.kind().equals("DONATION");
    }

    /** What is to be paid for each ticket of an order; the discount is spread over the tickets it covers, to the cent. */
    static List<BigDecimal> prices(EventState event, FakeOrder order, List<FakeTicketType> tickets) {
        Optional<FakeDiscount> discount =
                event.office().discount(order.discount().code());
        List<BigDecimal> bases = new ArrayList<>();
        for (FakeTicketType type : tickets) {
            boolean covered = discount.isEmpty() || eligible(discount.get(), type);
            bases.add(covered ? type.price() : BigDecimal.ZERO);
        }
        BigDecimal left = order.discount().amount();
        BigDecimal base = bases.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> prices = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            BigDecimal share = base.signum() == 0
                    ? BigDecimal.ZERO
                    : left.multiply(bases.get(i)).divide(base, 2, RoundingMode.HALF_UP);
            left = left.subtract(share);
            base = base.subtract(bases.get(i));
            prices.add(tickets.get(i).price().subtract(share));
        }
        return prices;
    }

    static Refusal notApplied() {
        return VendorError.of("4060421", "The coupon is not applied to this order");
    }
}
