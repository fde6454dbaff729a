package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Codes and the coupons that carry them: each key has one word that is out, with the terms of the first active rule. */
final class CodeStep {
    private final Round round;
    private final Snapshot snapshot;

    CodeStep(Round round) {
        this.round = round;
        this.snapshot = round.snapshot();
    }

    void run() {
        Set<String> keys = new TreeSet<>();
        round.winners().map(Standing::rule).forEach(rule -> {
            rule.effects(Effect.IssueCode.class).forEach(issue -> keys.add(issue.key()));
            rule.effects(Effect.RotateCode.class).forEach(rotate -> keys.add(rotate.key()));
        });
        keys.forEach(this::code);
    }

    /** The rule that says what a code is, with its effect. */
    private record Issuer(Standing standing, Effect.IssueCode issue) {}

    private void code(String key) {
        String what = "the code " + key;
        Optional<Issuer> issuer = round.winners()
                .flatMap(standing -> standing.rule()
                        .effects(Effect.IssueCode.class)
                        .filter(issue -> issue.key().equals(key))
                        .map(issue -> new Issuer(standing, issue)))
                .findFirst();
        if (issuer.isEmpty()) {
            round.keep(what, "a rule rotates it, and no active rule issues it");
            return;
        }
        if (round.isHeld(what, List.of(issuer.get().standing()))) {
            return;
        }
        PricingRule rule = issuer.get().standing().rule();
        Optional<Memory.Code> known = round.memory().code(key);
        Terms wanted = wanted(key, rule, issuer.get().issue().spec(), snapshot.zone());
        Optional<Terms> coupon = coupon(key, rule, wanted);
        CodeDesign design = new CodeDesign(key, issuer.get().issue().spec(), wanted, coupon, known);
        if (design.isOfOtherKind()) {
            round.keep(what, "a discount code does not become an access code, nor the reverse; use another key");
            return;
        }
        Optional<Rotation> rotation = rotation(key);
        if (known.isEmpty() || isLost(design)) {
            issue(what, rule, design, rotation);
        } else if (rotation.isPresent() || design.isFrozen(there(design))) {
            rotate(what, rule, design, rotation);
        } else {
            update(what, rule, design);
        }
    }

    /** What is known of a code while it is designed. */
    private record CodeDesign(
            String key, CodeSpec spec, Terms wanted, Optional<Terms> coupon, Optional<Memory.Code> known) {
        ObjectRef object() {
            return new ObjectRef(spec.kind() == CodeKind.ACCESS ? ObjectKind.ACCESS : ObjectKind.DISCOUNT, key);
        }

        Terms after(long generation) {
            return wanted.prefixed("code.")
                    .and(coupon.orElse(Terms.none()).prefixed("coupon."))
                    .with("prefix", spec.prefix())
                    .with("generation", generation);
        }

        boolean isOfOtherKind() {
            boolean discount = spec.kind() == CodeKind.DISCOUNT;
            return known.filter(code -> code.terms().text("type").isPresent() != discount)
                    .isPresent();
        }

        Memory.Code out() {
            return known.orElseThrow();
        }

        /** Worth and kind stay for good once a code was used, and when it is not known whether (article 869733). */
        boolean isFrozen(Terms there) {
            boolean sameWorth = there.text("type").equals(wanted.text("type"))
                    && there.text("amount").equals(wanted.text("amount"));
            return !sameWorth && !there.text("used").equals(Optional.of("0"));
        }
    }

    /** A rotation that is due. */
    private record Rotation(PricingRule rule, Duration overlap, String errand) {}

    private Optional<Rotation> rotation(String key) {
        return round.winners()
                .filter(Standing::known)
                .flatMap(standing -> Errand.due(standing, round.memory(), snapshot.now())
                        .filter(errand -> errand.effect() instanceof Effect.RotateCode rotate
                                && rotate.key().equals(key))
                        .map(errand -> new Rotation(
                                standing.rule(), ((Effect.RotateCode) errand.effect()).overlap(), errand.name())))
                .findFirst();
    }

    /** The code as the event shows it, else as it was made. */
    private Terms there(CodeDesign design) {
        return snapshot.codes()
                .flatMap(codes -> Optional.ofNullable(
                        codes.get(CodeWords.folded(design.out().word()))))
                .orElse(design.out().terms());
    }

    /** Discount codes are listed; one that we made and that is not there any more was deleted. */
    private boolean isLost(CodeDesign design) {
        return design.spec().kind() == CodeKind.DISCOUNT
                && snapshot.codes()
                        .filter(codes ->
                                !codes.containsKey(CodeWords.folded(design.out().word())))
                        .isPresent();
    }

    /** A new word is a rotation too. */
    private void issue(String what, PricingRule rule, CodeDesign design, Optional<Rotation> rotation) {
        long generation = design.known().map(code -> code.generation() + 1).orElse(1L);
        String why = design.known().isPresent() ? " is gone and is made anew" : " is made";
        Terms after = design.after(generation);
        Optional<Terms> coupon = design.known().flatMap(Memory.Code::coupon).map(terms -> terms.prefixed("coupon."));
        change(what + why, design, rule, Change.Act.ISSUE, coupon, rotated(after, rotation));
    }

    private void rotate(String what, PricingRule rule, CodeDesign design, Optional<Rotation> rotation) {
        Duration overlap = rotation.map(Rotation::overlap).orElse(Duration.ZERO);
        Duration carts = rule.promise().reservation();
        Instant end = snapshot.now()
                .plus(overlap.compareTo(carts) > 0 ? overlap : carts)
                .truncatedTo(ChronoUnit.SECONDS);
        Instant announced =
                round.memory().codeUntil(design.key()).filter(end::isBefore).orElse(end);
        LocalDateTime last = LocalDateTime.ofInstant(announced, snapshot.zone());
        Terms there = there(design);
        Optional<LocalDateTime> ends = there.text("ends").map(LocalDateTime::parse);
        Terms after = design.after(design.out().generation() + 1)
                .with("old.ends", ends.filter(last::isAfter).orElse(last));
        Terms before = Terms.of("word", design.out().word())
                .and(there.only(name -> name.equals("ends")).prefixed("code."))
                .and(design.out().coupon().orElse(Terms.none()).prefixed("coupon."));
        String why = rotation.map(due -> " gets a new word, rule " + due.rule().ref())
                .orElse(" was used and its worth changes, so it gets a successor");
        change(what + why, design, rule, Change.Act.ROTATE, Optional.of(before), rotated(after, rotation));
        if (design.spec().kind() == CodeKind.ACCESS) {
            endByHand(design, rule);
        }
    }

    /** No call that is known ends an access code. */
    private void endByHand(CodeDesign design, PricingRule rule) {
        String text = "end the access code " + design.out().word() + " in the console when the code " + design.key()
                + " has its new word; no known call does this, and until then it opens its classes";
        round.change(new Change(
                new ObjectRef(ObjectKind.PROPOSAL, "end-" + design.key()),
                Change.Act.DO,
                Optional.empty(),
                Terms.of("text", text),
                Round.refs(List.of(rule)),
                List.of(),
                Route.PROPOSE,
                text));
    }

    private static Terms rotated(Terms after, Optional<Rotation> rotation) {
        return rotation.map(due -> after.with("errand", due.errand())).orElse(after);
    }

    private void update(String what, PricingRule rule, CodeDesign design) {
        Terms there = there(design);
        Terms code = design.wanted().only(name -> !design.wanted().text(name).equals(there.text(name)));
        if (code.whole("uses") > 0 && code.whole("uses") < there.whole("used")) {
            round.keep(what, "it was used more often than the rule allows now (4060413)");
            return;
        }
        Optional<Terms> known = design.out().coupon();
        boolean sameCoupon = design.coupon().isEmpty()
                || known.filter(coupon -> coupon.meet(design.coupon().get())).isPresent();
        announce(rule, design.key());
        if (code.values().isEmpty() && sameCoupon) {
            return;
        }
        Terms before = Terms.of("word", design.out().word())
                .and(there.only(code.values()::containsKey).prefixed("code."))
                .and((sameCoupon ? Terms.none() : known.orElse(Terms.none())).prefixed("coupon."));
        Terms after = Terms.of("word", design.out().word())
                .with("generation", design.out().generation())
                .and(code.prefixed("code."))
                .and((sameCoupon ? Terms.none() : design.coupon().orElse(Terms.none())).prefixed("coupon."));
        change(what + " gets other terms", design, rule, Change.Act.SET, Optional.of(before), after);
    }

    private void announce(PricingRule rule, String key) {
        rule.promise()
                .announcedUntil()
                .ifPresent(local -> round.remember(round.memory()
                        .codeUntil(key, local.atZone(snapshot.zone()).toInstant())));
    }

    private void change(
            String why, CodeDesign design, PricingRule rule, Change.Act act, Optional<Terms> before, Terms after) {
        List<PricingRule> rules = List.of(rule);
        ObjectRef object = design.object();
        if (!round.isCalm("the code " + design.key(), Change.counter(object.kind(), object.id()), rules)) {
            return;
        }
        Optional<Experiment> call =
                object.kind() == ObjectKind.ACCESS ? Optional.of(Experiment.ACCESS_CODES) : Optional.empty();
        round.change(new Change(
                object,
                act,
                before,
                after,
                Round.refs(rules),
                List.of(),
                round.route(rules, call, false),
                why + ": rule " + rule.ref()));
    }

    private Terms wanted(String key, PricingRule rule, CodeSpec spec, ZoneId zone) {
        Terms terms = Terms.of("classes", String.join(",", rule.scope().sortedClasses()));
        if (spec.kind() == CodeKind.ACCESS) {
            return terms;
        }
        Optional<LocalDateTime> announced = round.memory()
                .codeUntil(key)
                .map(until -> LocalDateTime.ofInstant(until, zone))
                .or(() -> rule.promise().announcedUntil());
        LocalDateTime ends = announced.filter(spec.ends()::isBefore).orElse(spec.ends());
        return terms.with("type", spec.percent().isPresent() ? "PERCENTAGE" : "FLAT")
                .with("amount", amount(spec))
                .with("starts", spec.starts())
                .with("ends", ends)
                .with("uses", spec.uses())
                .with("perBuyer", spec.usesPerBuyer());
    }

    private static String amount(CodeSpec spec) {
        return spec.percent()
                .or(() -> spec.amount().map(Money::decimal))
                .map(value -> value.stripTrailingZeros().toPlainString())
                .orElse("");
    }

    private Optional<Terms> coupon(String key, PricingRule rule, Terms wanted) {
        return rule.effects(Effect.Coupon.class)
                .filter(coupon -> coupon.key().equals(key))
                .findFirst()
                .map(coupon -> Terms.of("name", "membersync " + snapshot.event() + " " + key)
                        .with("type", wanted.text("type").orElse("").equals("FLAT") ? "amount" : "percentage")
                        .with("amount", wanted.text("amount").orElse(""))
                        .with("starts", instant(wanted, "starts"))
                        .with("ends", instant(wanted, "ends"))
                        .with("uses", coupon.uses())
                        .with("once", coupon.oncePerCustomer())
                        .with("products", String.join(",", coupon.products())));
    }

    private Instant instant(Terms terms, String name) {
        return LocalDateTime.parse(terms.text(name).orElseThrow())
                .atZone(snapshot.zone())
                .toInstant();
    }
}
