package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one ticket of a class costs one person at a moment: the best single offer of all rules that speak of persons, beside
 * the price of the class. It promises nothing by itself: the price is that of the vendor's checkout.
 *
 * @param price the lowest price, empty when that of the class is not known
 * @param code the word of the code that gives it; empty when none is needed, or when only a person can give it
 * @param rule the rule that gives it; empty for the price of the class
 * @param why each offer that was looked at, for people
 * @param asOf the moment whose membership decides
 */
public record Quote(
        Optional<Money> price, Optional<String> code, Optional<String> rule, List<String> why, Instant asOf) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Quote {
        why = List.copyOf(why);
    }

    /** The quote for a person, on a snapshot. A rule for plans counts for members in an eligible state only. */
    public static Quote of(RuleBook book, Snapshot snapshot, Memory memory, String classId, Person person) {
        List<String> why = new ArrayList<>();
        Optional<Money> list =
                Optional.ofNullable(snapshot.classes().get(classId)).flatMap(ClassFacts::price);
        Quote best = new Quote(list, Optional.empty(), Optional.empty(), List.of(), snapshot.now());
        why.add(list.map(price -> "the class costs " + price)
                .orElse("the price of class " + classId + " is not known"));
        for (PricingRule rule : book.rules()) {
            boolean speaks = rule.isOn(mode -> mode != Mode.SHADOW)
                    && Standing.applies(rule, snapshot)
                    && rule.scope().classes().contains(classId)
                    && isPersonal(rule);
            if (list.isEmpty() || !speaks) {
                continue;
            }
            Optional<String> obstacle = obstacle(rule, book, snapshot, memory, person);
            Optional<Quote> offer =
                    obstacle.isPresent() ? Optional.empty() : offer(rule, book, snapshot, memory, classId, list.get());
            why.add("rule " + rule.ref() + ": "
                    + obstacle.orElse(
                            offer.flatMap(Quote::price).map(Money::toString).orElse("no code is out")));
            if (offer.isPresent()
                    && best.price().orElseThrow().isMoreThan(offer.get().price().orElseThrow())) {
                best = offer.get();
            }
        }
        return new Quote(best.price(), best.code(), best.rule(), why, snapshot.now());
    }

    private static boolean isPersonal(PricingRule rule) {
        boolean offers = rule.effects(Effect.OnPrice.class).findAny().isPresent()
                || rule.effects(Effect.IssueCode.class).findAny().isPresent();
        return offers
                && (!rule.scope().plans().isEmpty()
                        || rule.effects(Effect.IssueCode.class).findAny().isPresent());
    }

    /** Why the person does not get it. */
    private static Optional<String> obstacle(
            PricingRule rule, RuleBook book, Snapshot snapshot, Memory memory, Person person) {
        if (!rule.scope().plans().isEmpty()) {
            if (person.plan().filter(rule.scope().plans()::contains).isEmpty()) {
                return Optional.of("it is for other plans");
            }
            if (person.state().filter(book.eligible()::contains).isEmpty()) {
                return Optional.of("the membership is not in an eligible state");
            }
        }
        Truth truth = new Facts(snapshot, book, memory, rule.scope(), Optional.of(person)).judge(rule.when());
        return truth.is(Truth.Answer.YES) ? Optional.empty() : Optional.of("it does not hold, " + truth.text());
    }

    private static Optional<Quote> offer(
            PricingRule rule, RuleBook book, Snapshot snapshot, Memory memory, String classId, Money list) {
        Optional<Money> regular =
                Optional.ofNullable(book.regular().get(classId)).flatMap(RuleBook.Regular::price);
        Optional<Quote> set = Offer.best(List.of(rule), regular)
                .map(offer -> new Quote(
                        Optional.of(offer.price()),
                        Optional.empty(),
                        Optional.of(rule.ref()),
                        List.of(),
                        snapshot.now()));
        LocalDateTime local = LocalDateTime.ofInstant(snapshot.now(), snapshot.zone());
        Optional<Quote> coded = rule.effects(Effect.IssueCode.class)
                .filter(issue -> issue.spec().kind() == CodeKind.DISCOUNT)
                .filter(issue -> !local.isBefore(issue.spec().starts())
                        && !local.isAfter(issue.spec().ends()))
                .flatMap(issue -> memory.codeWord(issue.key()).stream()
                        .map(word -> new Quote(
                                Optional.of(lowered(list, issue.spec())),
                                Optional.of(word),
                                Optional.of(rule.ref()),
                                List.of(),
                                snapshot.now())))
                .findFirst();
        return set.or(() -> coded);
    }

    private static Money lowered(Money price, CodeSpec spec) {
        BigDecimal off = spec.percent()
                .map(percent -> price.decimal().multiply(percent).divide(HUNDRED))
                .orElseGet(() -> spec.amount().orElseThrow().decimal());
        BigDecimal left = price.decimal().subtract(off).max(BigDecimal.ZERO);
        return Money.of(left.setScale(price.scale(), RoundingMode.HALF_UP), price.code());
    }
}
