package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a rule may go. Quotas never fall below committed seats, whatever is said here.
 *
 * @param floor lowest price
 * @param ceiling highest price
 * @param maxStep most that one change moves a price; a price outside floor and ceiling comes back in one step all the same
 * @param maxMovePerDay most that a price moves on one day of the event's zone, ups and downs added
 * @param grid prices are multiples of this
 * @param neverBelowPaidMemberPrice a price never falls below the highest that a member paid; unknown means no change
 * @param neverRaiseForHolders a price does not rise while seats are pending, held or offered; unknown means no rise
 * @param maxQuota most places of a class
 */
public record Bounds(
        Optional<Money> floor,
        Optional<Money> ceiling,
        Optional<Money> maxStep,
        Optional<Money> maxMovePerDay,
        Optional<Money> grid,
        boolean neverBelowPaidMemberPrice,
        boolean neverRaiseForHolders,
        OptionalLong maxQuota) {
    public Bounds {
        Checks.check(
                floor.isEmpty() || ceiling.isEmpty() || !floor.get().isMoreThan(ceiling.get()),
                "the floor is above the ceiling");
        Checks.check(floor.map(money -> money.signum() >= 0).orElse(true), "the floor is not negative");
        Checks.check(
                maxStep.map(money -> money.signum() > 0).orElse(true)
                        && maxMovePerDay.map(money -> money.signum() > 0).orElse(true)
                        && grid.map(money -> money.signum() > 0).orElse(true),
                "maxStep, maxMovePerDay and grid are above zero");
        Checks.check(maxQuota.orElse(0) >= 0, "maxQuota is not negative");
    }

    /** No bounds of its own. */
    public static Bounds none() {
        return new Bounds(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                OptionalLong.empty());
    }

    /** From the lowest to the highest price. */
    public static Bounds between(Money floor, Money ceiling) {
        Bounds none = none();
        return new Bounds(
                Optional.of(floor),
                Optional.of(ceiling),
                none.maxStep,
                none.maxMovePerDay,
                none.grid,
                false,
                false,
                none.maxQuota);
    }

    /** The same, with a step, a grid and a move per day. */
    public Bounds moving(Money step, Money perDay, Money multiples) {
        return new Bounds(
                floor,
                ceiling,
                Optional.of(step),
                Optional.of(perDay),
                Optional.of(multiples),
                neverBelowPaidMemberPrice,
                neverRaiseForHolders,
                maxQuota);
    }
}
