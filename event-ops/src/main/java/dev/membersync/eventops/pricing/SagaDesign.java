package dev.membersync.eventops.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Turns changes into sagas: which writes, on which side, in which order. */
final class SagaDesign {
    private final String event;
    private final RandomGenerator random;

    SagaDesign(String event, RandomGenerator random) {
        this.event = event;
        this.random = random;
    }

    /**
     * Sagas in the order in which they are to run: classes first, where people buy, then codes, then tags. Changes of classes
     * are one write.
     *
     * @param plan the hash of the plan, which names them
     */
    List<Saga> sagas(String plan, List<Change> changes) {
        List<Saga> sagas = new ArrayList<>();
        List<Change> classes = changes.stream()
                .filter(change -> change.object().kind() == ObjectKind.CLASSES)
                .toList();
        if (!classes.isEmpty()) {
            sagas.add(saga(plan, sagas.size(), classes, List.of(classes(classes))));
        }
        for (Change change : changes) {
            switch (change.object().kind()) {
                case DISCOUNT, ACCESS -> sagas.add(saga(plan, sagas.size(), List.of(change), code(change)));
                case TAG ->
                    sagas.add(saga(
                            plan,
                            sagas.size(),
                            List.of(change),
                            List.of(SagaStep.of(
                                    change.object(),
                                    Optional.of(Terms.none()),
                                    change.after().only(name -> !name.equals("errand"))))));
                default -> {
                    // Classes are done; notices and proposals are no writes.
                }
            }
        }
        return sagas;
    }

    private Saga saga(String plan, int number, List<Change> changes, List<SagaStep> steps) {
        return Saga.of(plan.substring(0, 16) + "-" + number, event, changes, steps);
    }

    private SagaStep classes(List<Change> changes) {
        Function<Function<Change, Terms>, Terms> all =
                part -> changes.stream().map(part).reduce(Terms.none(), Terms::and);
        return SagaStep.of(
                new ObjectRef(ObjectKind.CLASSES, event),
                Optional.of(all.apply(change -> change.before().orElse(Terms.none()))),
                all.apply(Change::after));
    }

    /** A discount is made before it is advertised, and ends after its successor is out. */
    private List<SagaStep> code(Change change) {
        ObjectKind kind = change.object().kind();
        Terms before = change.before().orElse(Terms.none());
        Terms code = change.after().under("code.");
        Optional<String> old = before.text("word");
        boolean fresh = change.act() != Change.Act.SET;
        String word = fresh ? CodeWords.draw(change.after().text("prefix").orElse(""), random) : old.orElseThrow();
        List<SagaStep> steps = new ArrayList<>();
        if (!code.values().isEmpty()) {
            Optional<Terms> was = fresh ? Optional.empty() : Optional.of(before.under("code."));
            steps.add(SagaStep.of(new ObjectRef(kind, word), was, code));
        }
        Terms coupon = change.after().under("coupon.");
        coupon.text("name").ifPresent(name -> {
            Terms known = before.under("coupon.");
            steps.add(SagaStep.of(
                    new ObjectRef(ObjectKind.COUPON, name),
                    known.values().isEmpty() ? Optional.empty() : Optional.of(known),
                    coupon.with("code", word)));
        });
        if (change.act() == Change.Act.ROTATE && kind == ObjectKind.DISCOUNT) {
            steps.add(SagaStep.of(
                    new ObjectRef(kind, old.orElseThrow()),
                    Optional.of(before.under("code.")),
                    Terms.of("ends", change.after().text("old.ends").orElseThrow())));
        }
        return steps;
    }
}
