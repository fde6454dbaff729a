package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Values that many tests share. */
final class Rules {
    static final String EVENT = "autumn-gala";
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Instant NOW = Instant.parse("2026-09-01T15:00:00Z");
    static final Instant START = Instant.parse("2026-10-24T22:00:00Z");
    static final Stability RESTLESS = new Stability(Duration.ZERO, Duration.ZERO, 1_000, Optional.empty());
    static final Promise NONE = new Promise(Duration.ZERO, Optional.empty());

    private Rules() {}

    static Money usd(long major) {
        return Money.ofMinor(major * 100, "USD");
    }

    static Condition at(InputKind kind, Comparison comparison, long number) {
        return new Condition.Compare(Input.of(kind), comparison, new Operand.Quantity(BigDecimal.valueOf(number)));
    }

    static Condition soldAtLeast(long percent) {
        return at(InputKind.PERCENT_SOLD, Comparison.AT_LEAST, percent);
    }

    static Condition soldBelow(long percent) {
        return at(InputKind.PERCENT_SOLD, Comparison.BELOW, percent);
    }

    static Condition nowBetween(String low, String high) {
        return new Condition.Between(
                Input.of(InputKind.NOW),
                new Operand.Moment(LocalDateTime.parse(low)),
                new Operand.Moment(LocalDateTime.parse(high)));
    }

    static PricingRule price(String id, int priority, Condition when, long major) {
        return calm(
                PricingRule.of(id, priority, Mode.AUTO, Scope.of("USD", "11"), when, new Effect.SetPrice(usd(major))),
                RESTLESS);
    }

    static PricingRule calm(PricingRule rule, Stability stability) {
        return new PricingRule(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.owner(),
                rule.priority(),
                rule.exclusiveGroup(),
                rule.enabled(),
                rule.mode(),
                rule.scope(),
                rule.subject(),
                rule.when(),
                rule.until(),
                rule.effects(),
                rule.bounds(),
                stability,
                rule.promise(),
                rule.approval());
    }

    static PricingRule bound(PricingRule rule, Bounds bounds) {
        return new PricingRule(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.owner(),
                rule.priority(),
                rule.exclusiveGroup(),
                rule.enabled(),
                rule.mode(),
                rule.scope(),
                rule.subject(),
                rule.when(),
                rule.until(),
                rule.effects(),
                bounds,
                rule.stability(),
                rule.promise(),
                rule.approval());
    }

    static PricingRule promising(PricingRule rule, Promise promise) {
        return new PricingRule(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.owner(),
                rule.priority(),
                rule.exclusiveGroup(),
                rule.enabled(),
                rule.mode(),
                rule.scope(),
                rule.subject(),
                rule.when(),
                rule.until(),
                rule.effects(),
                rule.bounds(),
                rule.stability(),
                promise,
                rule.approval());
    }

    static PricingRule limited(PricingRule rule, ApprovalLimits approval) {
        return new PricingRule(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.owner(),
                rule.priority(),
                rule.exclusiveGroup(),
                rule.enabled(),
                rule.mode(),
                rule.scope(),
                rule.subject(),
                rule.when(),
                rule.until(),
                rule.effects(),
                rule.bounds(),
                rule.stability(),
                rule.promise(),
                approval);
    }

    /** The same rule, in a group, leaving at its own threshold, in a mode. */
    static PricingRule as(PricingRule rule, String group, Optional<Condition> until, Mode mode) {
        return new PricingRule(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.owner(),
                rule.priority(),
                group,
                rule.enabled(),
                mode,
                rule.scope(),
                rule.subject(),
                rule.when(),
                until,
                rule.effects(),
                rule.bounds(),
                rule.stability(),
                rule.promise(),
                rule.approval());
    }

    static PricingRule forPlans(PricingRule rule, String... plans) {
        Scope scope = rule.scope();
        return new PricingRule(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.owner(),
                rule.priority(),
                rule.exclusiveGroup(),
                rule.enabled(),
                rule.mode(),
                new Scope(scope.events(), scope.classes(), Set.of(plans), scope.channel(), scope.currency()),
                rule.subject(),
                rule.when(),
                rule.until(),
                rule.effects(),
                rule.bounds(),
                rule.stability(),
                rule.promise(),
                rule.approval());
    }

    static RuleBook book(PricingRule... rules) {
        return RuleBook.of(
                List.of(rules),
                Map.of(
                        "11", new RuleBook.Regular(Optional.of(usd(100)), OptionalLong.of(100)),
                        "12", new RuleBook.Regular(Optional.of(usd(50)), OptionalLong.of(50)),
                        "13", new RuleBook.Regular(Optional.of(usd(20)), OptionalLong.of(30))));
    }

    static Snapshot snapshot(Instant now, Map<String, ClassFacts> classes) {
        return Snapshot.of(EVENT, ZONE, now, START, "USD", classes);
    }

    /** Class 11 at a price, with so many of a hundred places sold. */
    static Snapshot sold(Instant now, long major, long sold) {
        return snapshot(now, Map.of("11", ClassFacts.of(usd(major), 100, sold, 0)));
    }

    static Evaluation evaluate(RuleBook book, Snapshot snapshot) {
        return evaluate(book, snapshot, Memory.none(EVENT));
    }

    static Evaluation evaluate(RuleBook book, Snapshot snapshot, Memory memory) {
        return Evaluation.of(book, snapshot, memory, Permissions.withExperiments(Experiment.values()));
    }
}
