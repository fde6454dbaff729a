package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule of prices and availability.
 *
 * @param id names the rule for good
 * @param version rises with every change of the rule
 * @param name for people
 * @param owner who answers for it: a role or a team, not a person
 * @param priority lower comes first; equal ones in the order of their ids
 * @param exclusiveGroup of the active rules of a group only the first counts; empty for none
 * @param enabled false switches it off
 * @param mode how far it may go by itself
 * @param scope where it applies
 * @param subject whose membership it reads
 * @param when an inactive rule becomes active when this holds
 * @param until an active rule becomes inactive when this holds; empty: when {@code when} does not hold. An own exit threshold is what keeps a rule from flapping
 * @param effects what it wants while it is active
 * @param bounds how far it may go
 * @param stability how calm it is
 * @param promise what buyers were told
 * @param approval from where on a person has to accept
 */
public record PricingRule(
        String id,
        int version,
        String name,
        String owner,
        int priority,
        String exclusiveGroup,
        boolean enabled,
        Mode mode,
        Scope scope,
        BenefitSubject subject,
        Condition when,
        Optional<Condition> until,
        List<Effect> effects,
        Bounds bounds,
        Stability stability,
        Promise promise,
        ApprovalLimits approval) {
    /** Refuses a rule that could not be carried out as it stands. */
    public PricingRule {
        Checks.name("the id of a rule", id);
        effects = List.copyOf(effects);
        Money.currency(scope.currency());
        Checks.check(!effects.isEmpty(), "a rule without effects does nothing");
        boolean onClasses = effects.stream()
                .anyMatch(effect -> effect instanceof Effect.OnPrice
                        || effect instanceof Effect.OnSale
                        || effect instanceof Effect.SetQuota);
        Checks.check(!onClasses || !scope.classes().isEmpty(), "name the classes that prices, places or sale are of");
        Checks.check(
                scope.plans().isEmpty()
                        || effects.stream()
                                .noneMatch(
                                        effect -> effect instanceof Effect.OnQuota || effect instanceof Effect.OnSale),
                "places and sale of a class are the same for all plans; take the plans out of the scope");
        Checks.check(
                effects.stream().noneMatch(Effect.Tag.class::isInstance)
                        || !scope.plans().isEmpty(),
                "a tag needs the plans of the members that get it");
        checkMoney(scope.currency(), effects, bounds);
        for (Effect effect : effects) {
            if (effect instanceof Effect.Coupon coupon) {
                Checks.check(
                        code(effects, coupon.key())
                                .filter(issue -> issue.spec().kind() == CodeKind.DISCOUNT)
                                .isPresent(),
                        "a coupon carries the discount code of its key; issue it in the same rule");
            }
        }
    }

    /** A rule that is enabled and sells to holders, with the standard stability and promise and no bounds. */
    public static PricingRule of(String id, int priority, Mode mode, Scope scope, Condition when, Effect... effects) {
        return new PricingRule(
                id,
                1,
                id,
                "",
                priority,
                "",
                true,
                mode,
                scope,
                BenefitSubject.HOLDER,
                when,
                Optional.empty(),
                List.of(effects),
                Bounds.none(),
                Stability.standard(),
                Promise.standard(),
                ApprovalLimits.none());
    }

    /** Id and version, as plans name the rule. */
    public String ref() {
        return id + "@" + version;
    }

    boolean isOn(Predicate<Mode> modes) {
        return enabled && mode != Mode.OFF && modes.test(mode);
    }

    <T extends Effect> Stream<T> effects(Class<T> type) {
        return effects.stream().filter(type::isInstance).map(type::cast);
    }

    private static Optional<Effect.IssueCode> code(List<Effect> effects, String key) {
        return effects.stream()
                .filter(Effect.IssueCode.class::isInstance)
                .map(Effect.IssueCode.class::cast)
                .filter(issue -> issue.key().equals(key))
                .findFirst();
    }

    private static void checkMoney(String currency, List<Effect> effects, Bounds bounds) {
        Stream<Optional<Money>> own =
                Stream.of(bounds.floor(), bounds.ceiling(), bounds.maxStep(), bounds.maxMovePerDay(), bounds.grid());
        Stream<Optional<Money>> wanted = effects.stream().map(PricingRule::money);
        Checks.check(
                Stream.concat(own, wanted)
                        .flatMap(Optional::stream)
                        .filter(Objects::nonNull)
                        .allMatch(money ->
                                money.code().equals(Money.currency(currency).getCurrencyCode())),
                "all money of a rule is in the currency of its scope, " + currency);
    }

    private static Optional<Money> money(Effect effect) {
        if (effect instanceof Effect.SetPrice set) {
            return Optional.of(set.price());
        }
        if (effect instanceof Effect.AdjustPrice adjust) {
            return adjust.amount();
        }
        return effect instanceof Effect.IssueCode issue ? issue.spec().amount() : Optional.empty();
    }
}
