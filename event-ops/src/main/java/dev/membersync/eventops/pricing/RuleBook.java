package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rules of a tenant, in a fixed order whatever the order they came in.
 *
 * @param rules by priority, then id
 * @param regular what classes cost and hold when no rule says otherwise, by class id; adjustments and quotas need it
 * @param targets the per cent that should be sold so many days before the event; between two points on a straight line
 * @param maxInputAge inputs older than this cause no automatic action
 * @param eligible the membership states that get what is for plans; default {@code NEW}, {@code ACTIVE} and {@code GRACE}
 */
public record RuleBook(
        List<PricingRule> rules,
        Map<String, Regular> regular,
        NavigableMap<Integer, BigDecimal> targets,
        Duration maxInputAge,
        Set<MembershipStatus> eligible) {
    /** Who gets member prices unless the book says otherwise. */
    public static final Set<MembershipStatus> CURRENT =
            Set.of(MembershipStatus.NEW, MembershipStatus.ACTIVE, MembershipStatus.GRACE);

    private static final Comparator<PricingRule> ORDER =
            Comparator.comparingInt(PricingRule::priority).thenComparing(PricingRule::id);

    /** What a class costs and holds without rules. */
    public record Regular(Optional<Money> price, OptionalLong places) {
        private Regular and(String id, Regular other) {
            Checks.check(
                    (price.isEmpty() || other.price.isEmpty() || price.equals(other.price))
                            && (places.isEmpty() || other.places.isEmpty() || places.equals(other.places)),
                    "two workflows say another price or number of places of class " + id + " without rules");
            return new Regular(price.or(() -> other.price), places.isPresent() ? places : other.places);
        }
    }

    /** Refuses two rules with one id, and quota effects on classes whose regular places are not given. */
    public RuleBook {
        rules = rules.stream().sorted(ORDER).toList();
        regular = Map.copyOf(regular);
        targets = new TreeMap<>(targets);
        eligible = Set.copyOf(eligible);
        Checks.check(!maxInputAge.isNegative() && !maxInputAge.isZero(), "maxInputAge is above zero");
        Set<String> ids = new HashSet<>();
        for (PricingRule rule : rules) {
            Checks.check(ids.add(rule.id()), "two rules have the id " + rule.id());
            for (String id : quotaClasses(rule)) {
                Checks.check(
                        regular.containsKey(id) && regular.get(id).places().isPresent(),
                        "rule " + rule.id() + " changes the places of class " + id
                                + "; say under classes how many it has without rules");
            }
        }
    }

    /** A book with targets for nothing, whose inputs may be 10 minutes old. */
    public static RuleBook of(List<PricingRule> rules, Map<String, Regular> regular) {
        return new RuleBook(rules, regular, new TreeMap<>(), Duration.ofMinutes(10), CURRENT);
    }

    /**
     * The rules of both books as one: one age of inputs, the shorter, and only who is eligible in both.
     *
     * @throws IllegalArgumentException when both say something else of a class or target, or two rules have one id
     */
    public RuleBook and(RuleBook other) {
        List<PricingRule> all = new ArrayList<>(rules);
        all.addAll(other.rules);
        Map<String, Regular> classes = new HashMap<>(regular);
        other.regular.forEach((id, said) -> classes.merge(id, said, (one, two) -> one.and(id, two)));
        NavigableMap<Integer, BigDecimal> points = new TreeMap<>(targets);
        other.targets.forEach((days, percent) -> points.merge(days, percent, (one, two) -> {
            Checks.check(one.compareTo(two) == 0, "two rule books have another target of day " + days);
            return one;
        }));
        Set<MembershipStatus> both = new HashSet<>(eligible);
        both.retainAll(other.eligible);
        Duration age = maxInputAge.compareTo(other.maxInputAge) < 0 ? maxInputAge : other.maxInputAge;
        return new RuleBook(all, classes, points, age, both);
    }

    /** Every input that a condition of a rule that is on names; what needs no reading need not be read. */
    public Set<Input> inputs() {
        return rules.stream()
                .filter(rule -> rule.isOn(mode -> true))
                .flatMap(rule -> Stream.concat(Stream.of(rule.when()), rule.until().stream()))
                .flatMap(condition -> condition.inputs().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a rule that is on issues or rotates codes. */
    public boolean hasCodes() {
        return rules.stream()
                .filter(rule -> rule.isOn(mode -> true))
                .anyMatch(rule -> rule.effects(Effect.IssueCode.class).findAny().isPresent()
                        || rule.effects(Effect.RotateCode.class).findAny().isPresent());
    }

    /** Whether a bound of a rule that is on asks what members paid. */
    public boolean readsPaidPrices() {
        return rules.stream()
                .anyMatch(rule -> rule.isOn(mode -> true) && rule.bounds().neverBelowPaidMemberPrice());
    }

    static Set<String> quotaClasses(PricingRule rule) {
        Stream<String> set = rule.effects(Effect.SetQuota.class).findAny().isPresent()
                ? rule.scope().classes().stream()
                : Stream.empty();
        Stream<String> moved =
                rule.effects(Effect.MoveCapacity.class).flatMap(move -> Stream.of(move.from(), move.to()));
        return Stream.concat(set, moved).collect(Collectors.toUnmodifiableSet());
    }

    /** The per cent that should be sold so many days before; beyond the points the nearest one holds. */
    Optional<BigDecimal> target(long days) {
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        int at = (int) Math.max(targets.firstKey(), Math.min(targets.lastKey(), days));
        var low = targets.floorEntry(at);
        var high = targets.ceilingEntry(at);
        if (low.getKey().equals(high.getKey())) {
            return Optional.of(low.getValue());
        }
        BigDecimal share = BigDecimal.valueOf(at - (long) low.getKey())
                .divide(BigDecimal.valueOf((long) high.getKey() - low.getKey()), MathContext.DECIMAL64);
        return Optional.of(
                low.getValue().add(high.getValue().subtract(low.getValue()).multiply(share)));
    }
}
