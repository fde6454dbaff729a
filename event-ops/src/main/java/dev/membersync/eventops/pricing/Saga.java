package dev.membersync.eventops.pricing;

import java.util.ArrayList;
import java.util.List;

/**
 * Changes on their way into the systems: kept before each call, so that a crash can be picked up.
 *
 * @param id names it
 * @param event the address of the event
 * @param version of the document
 * @param undoing whether it is being taken back
 * @param reason why it is taken back; empty else
 * @param changes what it carries out
 * @param steps its writes, in order
 */
record Saga(
        String id,
        String event,
        long version,
        boolean undoing,
        String reason,
        List<Change> changes,
        List<SagaStep> steps) {
    Saga {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
    }

    static Saga of(String id, String event, List<Change> changes, List<SagaStep> steps) {
        return new Saga(id, event, 0, false, "", changes, steps);
    }

    Saga with(int index, SagaStep step) {
        List<SagaStep> next = new ArrayList<>(steps);
        next.set(index, step);
        return new Saga(id, event, version, undoing, reason, changes, next);
    }

    Saga undoing(String why) {
        return new Saga(id, event, version, true, why, changes, steps);
    }

    Saga saved() {
        return new Saga(id, event, version + 1, undoing, reason, changes, steps);
    }

    Terms stored() {
        Terms terms = Terms.of("undoing", undoing).with("reason", reason);
        for (int i = 0; i < changes.size(); i++) {
            terms = terms.and(changes.get(i).stored().prefixed("change.%04d.".formatted(i)));
        }
        for (int i = 0; i < steps.size(); i++) {
            terms = terms.and(steps.get(i).stored().prefixed("step.%04d.".formatted(i)));
        }
        return terms;
    }

    static Saga read(PricingDocuments.Document document) {
        Terms terms = Terms.read(document.body());
        List<Change> changes = new ArrayList<>();
        for (int i = 0; terms.text("change.%04d.kind".formatted(i)).isPresent(); i++) {
            changes.add(Change.read(terms.under("change.%04d.".formatted(i))));
        }
        List<SagaStep> steps = new ArrayList<>();
        for (int i = 0; terms.text("step.%04d.kind".formatted(i)).isPresent(); i++) {
            steps.add(SagaStep.read(terms.under("step.%04d.".formatted(i))));
        }
        return new Saga(
                document.id(),
                document.event(),
                document.version(),
                terms.text("undoing").orElse("").equals("true"),
                terms.text("reason").orElse(""),
                changes,
                steps);
    }
}
