package dev.membersync.eventops.pricing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Whether classes are open, closed or hidden: the first active rule that says so decides. */
final class SaleStep {
    private final Round round;

    SaleStep(Round round) {
        this.round = round;
    }

    void run() {
        Round.classesOf(round.winners().filter(SaleStep::speaks)).forEach(this::sale);
    }

    private static boolean speaks(Standing standing) {
        return standing.rule().effects(Effect.OnSale.class).findAny().isPresent();
    }

    private void sale(String id) {
        String what = "the sale of class " + id;
        Standing first = round.winners()
                .filter(SaleStep::speaks)
                .filter(standing -> standing.rule().scope().classes().contains(id))
                .findFirst()
                .orElseThrow();
        Optional<ClassFacts> facts = round.facts(what, id);
        if (round.isHeld(what, List.of(first)) || facts.isEmpty()) {
            return;
        }
        Effect.OnSale effect =
                first.rule().effects(Effect.OnSale.class).findFirst().orElseThrow();
        Terms before = before(id, facts.get());
        Optional<Terms> wanted = wanted(id, what, effect, facts.get());
        if (wanted.isPresent() && !before.meet(wanted.get())) {
            change(id, what, first, facts.get(), before, wanted.get());
        } else {
            announce(id, first.rule());
        }
    }

    private static Terms before(String id, ClassFacts facts) {
        Terms terms = Terms.none();
        if (facts.hidden().isPresent()) {
            terms = terms.with(id + ".hidden", facts.hidden().get());
        }
        return facts.saleEnds().isPresent()
                ? terms.with(id + ".ends", facts.saleEnds().get())
                : terms;
    }

    private Optional<Terms> wanted(String id, String what, Effect.OnSale effect, ClassFacts facts) {
        Instant now = round.snapshot().now();
        boolean over = facts.saleEnds().filter(end -> !end.isAfter(now)).isPresent();
        if (effect instanceof Effect.Hide) {
            return Optional.of(Terms.of(id + ".hidden", true));
        }
        if (effect instanceof Effect.Close) {
            if (facts.saleEnds().isEmpty()) {
                round.keep(what, "when it ends is not known");
            }
            return over || facts.saleEnds().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Terms.of(id + ".ends", now.truncatedTo(ChronoUnit.MINUTES)));
        }
        Terms open = Terms.of(id + ".hidden", false);
        Optional<Instant> until = ((Effect.Open) effect)
                .until()
                .map(local -> local.atZone(round.snapshot().zone()).toInstant());
        if (over && until.filter(now::isBefore).isEmpty()) {
            round.keep(what, "its sale has ended, and the rule names no later end");
            return Optional.empty();
        }
        boolean later =
                until.isPresent() && facts.saleEnds().map(until.get()::isAfter).orElse(false);
        return Optional.of(later ? open.with(id + ".ends", until.get()) : open);
    }

    private void change(String id, String what, Standing first, ClassFacts facts, Terms before, Terms wanted) {
        PricingRule rule = first.rule();
        boolean closes = rule.effects(Effect.Open.class).findAny().isEmpty();
        Optional<Instant> promised =
                round.memory().promisedUntil(id).filter(round.snapshot().now()::isBefore);
        if (closes && promised.isPresent()) {
            round.keep(what, "it was announced until " + promised.get());
            return;
        }
        String object = id + ".sale";
        String target = closes ? rule.effects().toString() : wanted.text();
        if ((closes && !round.cartsAreDone(what, object, target, facts, List.of(rule)))
                || !round.isCalm(what, object, List.of(rule))) {
            return;
        }
        round.change(new Change(
                Round.classes(round.snapshot()),
                Change.Act.SET,
                Optional.of(before.only(wanted.values()::containsKey)),
                wanted,
                List.of(rule.ref()),
                List.of(),
                round.route(List.of(rule), Optional.of(Experiment.SALE), false),
                what + " changes to " + wanted.under(id + ".").values() + ": rule " + rule.ref() + ", "
                        + first.note()));
    }

    private void announce(String id, PricingRule rule) {
        boolean opens = rule.effects(Effect.Open.class).findAny().isPresent();
        rule.promise().announcedUntil().filter(local -> opens).ifPresent(local -> {
            Instant until = local.atZone(round.snapshot().zone()).toInstant();
            if (round.snapshot().now().isBefore(until)) {
                round.remember(
                        round.memory().promise(id, until, round.snapshot().now(), Optional.empty()));
            }
        });
    }
}
