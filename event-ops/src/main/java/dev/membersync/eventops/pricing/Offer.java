package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What rules come to for one class: the lowest price that one of them gives, and on it what is declared to stack.
 *
 * @param price the price, not bounded yet
 * @param rules those behind it, in order
 * @param why how it came about, for people
 */
record Offer(Money price, List<PricingRule> rules, String why) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The offer of rules that are active, in their order; empty when none gives a price. */
    static Optional<Offer> best(List<PricingRule> rules, Optional<Money> regular) {
        Optional<Offer> best = Optional.empty();
        for (PricingRule rule : rules) {
            for (Effect.OnPrice effect : rule.effects(Effect.OnPrice.class).toList()) {
                Optional<Offer> single = single(effect, regular)
                        .map(price -> new Offer(price, List.of(rule), "rule " + rule.ref() + " gives " + price));
                if (single.isPresent()
                        && (best.isEmpty()
                                || best.get().price().isMoreThan(single.get().price()))) {
                    best = single;
                }
            }
        }
        Optional<Offer> base =
                best.or(() -> regular.map(price -> new Offer(price, List.of(), "the regular price is " + price)));
        return base.map(offer -> stacked(offer, rules))
                .filter(offer -> !offer.rules().isEmpty());
    }

    private static Optional<Money> single(Effect.OnPrice effect, Optional<Money> regular) {
        if (effect instanceof Effect.SetPrice set) {
            return Optional.of(set.price());
        }
        Effect.AdjustPrice adjust = (Effect.AdjustPrice) effect;
        return adjust.stacks() ? Optional.empty() : regular.map(price -> adjusted(price, adjust));
    }

    private static Offer stacked(Offer base, List<PricingRule> rules) {
        Offer offer = base;
        for (PricingRule rule : rules) {
            for (Effect.AdjustPrice adjust : rule.effects(Effect.AdjustPrice.class)
                    .filter(Effect.AdjustPrice::stacks)
                    .toList()) {
                List<PricingRule> more = new ArrayList<>(offer.rules());
                more.add(rule);
                Money price = adjusted(offer.price(), adjust);
                offer = new Offer(price, more, offer.why() + ", on top of it " + rule.ref() + " makes " + price);
            }
        }
        return offer;
    }

    private static Money adjusted(Money price, Effect.AdjustPrice adjust) {
        BigDecimal off = adjust.amount()
                .map(Money::decimal)
                .orElseGet(() ->
                        price.decimal().multiply(adjust.percent().orElseThrow()).divide(HUNDRED));
        BigDecimal sum = price.decimal().add(off).setScale(price.scale(), RoundingMode.HALF_UP);
        return Money.of(sum.max(BigDecimal.ZERO), price.code());
    }
}
