package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prices of classes: the best single offer of the active rules, what is declared to stack on it, and their bounds. */
final class PriceStep {
    private final Round round;

    PriceStep(Round round) {
        this.round = round;
    }

    void run() {
        Round.classesOf(round.winners().filter(PriceStep::speaks)).forEach(this::price);
    }

    private static boolean speaks(Standing standing) {
        return standing.rule().scope().plans().isEmpty()
                && standing.rule().effects(Effect.OnPrice.class).findAny().isPresent();
    }

    private void price(String id) {
        String what = "the price of class " + id;
        List<Standing> speakers = round.winners()
                .filter(PriceStep::speaks)
                .filter(standing -> standing.rule().scope().classes().contains(id))
                .toList();
        Optional<ClassFacts> facts = round.facts(what, id);
        if (round.isHeld(what, speakers) || facts.isEmpty()) {
            return;
        }
        Optional<Money> before = facts.get().price();
        Optional<Money> regular =
                Optional.ofNullable(round.book().regular().get(id)).flatMap(RuleBook.Regular::price);
        Optional<Offer> offer = Offer.best(speakers.stream().map(Standing::rule).toList(), regular);
        if (before.isEmpty() || offer.isEmpty()) {
            round.keep(
                    what, before.isEmpty() ? "it is not known" : "rules adjust the regular price, and none is given");
            return;
        }
        PriceBounds.Bounded bounded = PriceBounds.of(
                before.get(),
                offer.get(),
                facts.get(),
                round.memory().movedOn(round.snapshot().today(), id + ".price"));
        if (bounded.refusal().isPresent()) {
            round.keep(what, bounded.refusal().get());
        } else if (bounded.price().equals(before.get())) {
            announce(id, before.get(), offer.get().rules());
            bounded.notes().forEach(note -> round.keep(what, note));
        } else {
            move(id, what, facts.get(), before.get(), bounded, offer.get());
        }
    }

    private void move(
            String id, String what, ClassFacts facts, Money before, PriceBounds.Bounded bounded, Offer offer) {
        Money after = bounded.price();
        String object = id + ".price";
        if (after.isMoreThan(before) && (breaksPromise(id, what, after) || !mayRise(what, facts, offer.rules()))) {
            return;
        }
        if (after.isMoreThan(before) && !round.cartsAreDone(what, object, after.toString(), facts, offer.rules())) {
            return;
        }
        if (!round.isCalm(what, object, offer.rules())) {
            return;
        }
        round.change(new Change(
                Round.classes(round.snapshot()),
                Change.Act.SET,
                Optional.of(Terms.of(object, before)),
                Terms.of(object, after),
                Round.refs(offer.rules()),
                bounded.notes(),
                round.route(offer.rules(), Optional.of(Experiment.PRICES), isLarge(before, after, offer.rules())),
                "the price of class " + id + " goes from " + before + " to " + after + ": " + offer.why()
                        + why(offer.rules())));
    }

    /** The reasons of the rules behind it. */
    private String why(List<PricingRule> rules) {
        List<String> reasons = new ArrayList<>();
        for (Standing standing : round.standings()) {
            if (rules.contains(standing.rule())) {
                reasons.add(standing.rule().ref() + ", " + standing.note());
            }
        }
        return " (" + String.join("; ", reasons) + ")";
    }

    private void announce(String id, Money price, List<PricingRule> rules) {
        for (PricingRule rule : rules) {
            rule.promise().announcedUntil().ifPresent(local -> {
                Instant until = local.atZone(round.snapshot().zone()).toInstant();
                if (round.snapshot().now().isBefore(until)) {
                    round.remember(
                            round.memory().promise(id, until, round.snapshot().now(), Optional.of(price)));
                }
            });
        }
    }

    private boolean breaksPromise(String id, String what, Money after) {
        Optional<Instant> until =
                round.memory().promisedUntil(id).filter(round.snapshot().now()::isBefore);
        Optional<Money> promised = until.flatMap(running -> round.memory().promisedPrice(id));
        if (promised.filter(after::isMoreThan).isPresent()) {
            round.keep(what, promised.get() + " was announced until " + until.get());
            return true;
        }
        return false;
    }

    private boolean mayRise(String what, ClassFacts facts, List<PricingRule> rules) {
        boolean asked = rules.stream().anyMatch(rule -> rule.bounds().neverRaiseForHolders());
        if (asked && facts.hasOpenSeats().orElse(true)) {
            round.keep(
                    what,
                    "somebody holds a seat that is not paid, or it is not known whether, and it never rises then");
            return false;
        }
        return true;
    }

    private static boolean isLarge(Money before, Money after, List<PricingRule> rules) {
        BigDecimal moved = after.minus(before).decimal().abs().multiply(BigDecimal.valueOf(100));
        return rules.stream()
                .flatMap(rule -> rule.approval().abovePercent().stream())
                .anyMatch(most -> moved.compareTo(before.decimal().multiply(most)) > 0);
    }
}
