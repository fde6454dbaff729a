package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Keeps a price within the bounds of all rules behind it; where they differ, the narrowest holds. */
final class PriceBounds {
    private final List<PricingRule> rules;
    private final long before;
    private final Money like;
    private final long grid;
    private final List<String> notes = new ArrayList<>();
    private long low;
    private long high;

    private PriceBounds(Money before, List<PricingRule> rules) {
        this.rules = rules;
        this.before = before.minor();
        this.like = before;
        this.low = limits(Bounds::floor).max().orElse(0);
        this.high = limits(Bounds::ceiling).min().orElse(Long.MAX_VALUE);
        this.grid = limits(Bounds::grid).max().orElse(1);
    }

    /**
     * A price within bounds.
     *
     * @param price the price, that of before where nothing is to be done
     * @param notes the bounds that were applied
     * @param refusal why no price is possible
     */
    record Bounded(Money price, List<String> notes, Optional<String> refusal) {}

    static Bounded of(Money before, Offer offer, ClassFacts facts, long movedToday) {
        PriceBounds bounds = new PriceBounds(before, offer.rules());
        boolean members = offer.rules().stream().anyMatch(rule -> rule.bounds().neverBelowPaidMemberPrice());
        if (members && facts.highestMemberPaid().isEmpty()) {
            return bounds.refused("what members paid is not known, and it never falls below that");
        }
        if (members) {
            bounds.low = Math.max(bounds.low, facts.highestMemberPaid().get().minor());
        }
        if (bounds.low > bounds.high || up(bounds.low, bounds.grid) > bounds.high) {
            return bounds.refused("no price lies within floor, ceiling and grid of the rules together");
        }
        long target = bounds.onGrid(offer.price().minor());
        if (target != offer.price().minor()) {
            bounds.note("floor, ceiling or grid", target);
        }
        long price = bounds.isInside(before.minor())
                ? bounds.limited(target, movedToday)
                : before.minor() < bounds.low ? up(bounds.low, bounds.grid) : down(bounds.high, bounds.grid);
        return new Bounded(bounds.money(price), List.copyOf(bounds.notes), Optional.empty());
    }

    private Bounded refused(String why) {
        return new Bounded(like, List.of(), Optional.of(why));
    }

    private boolean isInside(long price) {
        return price >= low && price <= high;
    }

    /** The nearest multiple within floor and ceiling. */
    private long onGrid(long wanted) {
        long inside = Math.max(low, Math.min(high, wanted));
        long below = down(inside, grid);
        long above = up(inside, grid);
        if (above > high) {
            return below;
        }
        return below < low || above - inside <= inside - below ? above : below;
    }

    private long limited(long target, long movedToday) {
        long price = target;
        Optional<Long> step = limits(Bounds::maxStep).boxed().min(Long::compare);
        if (step.isPresent()) {
            price = within(price, step.get(), "the largest step");
        }
        Optional<Long> day = limits(Bounds::maxMovePerDay).boxed().min(Long::compare);
        return day.isPresent() ? within(price, Math.max(0, day.get() - movedToday), "the most of a day") : price;
    }

    /** As near to the target as this much allows, on the grid; the price of before when no multiple is in reach. */
    private long within(long target, long most, String bound) {
        if (Math.abs(target - before) <= most) {
            return target;
        }
        long price = target > before
                ? Math.max(before, down(before + most, grid))
                : Math.min(before, up(before - most, grid));
        note(bound, price);
        return price;
    }

    private void note(String bound, long price) {
        notes.add(bound + " makes it " + money(price));
    }

    private Money money(long minor) {
        return new Money(minor, like.currency());
    }

    private LongStream limits(Function<Bounds, Optional<Money>> bound) {
        return rules.stream()
                .flatMap(rule -> bound.apply(rule.bounds()).stream())
                .mapToLong(Money::minor);
    }

    private static long down(long value, long grid) {
        return Math.floorDiv(value, grid) * grid;
    }

    private static long up(long value, long grid) {
        return -Math.floorDiv(-value, grid) * grid;
    }
}
