package dev.membersync.eventops.pricing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tags, notices and what only a person can do. */
final class ErrandStep {
    private final Round round;

    ErrandStep(Round round) {
        this.round = round;
    }

    void run() {
        round.winners()
                .forEach(standing -> Errand.due(
                                standing, round.memory(), round.snapshot().now())
                        .filter(errand -> standing.known())
                        .forEach(errand -> run(standing, errand)));
    }

    private void run(Standing standing, Errand errand) {
        PricingRule rule = standing.rule();
        Set<String> plans = new TreeSet<>(rule.scope().plans());
        String because = ": rule " + rule.ref() + ", " + standing.note();
        if (errand.effect() instanceof Effect.Tag tag) {
            tag(rule, errand, tag, because);
        } else if (errand.effect() instanceof Effect.Notify notify) {
            say(rule, errand, ObjectKind.NOTICE, notify.text(), because);
        } else if (errand.effect() instanceof Effect.OfferWaitlist offer) {
            String text = "offer " + offer.places() + " places of class "
                    + String.join(", ", rule.scope().sortedClasses()) + " to the waiting list, "
                    + (plans.isEmpty() ? "" : "members on " + plans + " first, each in the order in which they came, ")
                    + "for " + Spans.text(offer.ttl()) + "; no call of Accelevents does this";
            say(rule, errand, ObjectKind.PROPOSAL, text, because);
        } else if (errand.effect() instanceof Effect.SyncAllowList list) {
            String text = "bring the contact list " + list.list() + " up to date with "
                    + (plans.isEmpty() ? "all current members" : "the members on " + plans)
                    + "; no call of Accelevents fills one, and subdomains are listed one by one";
            say(rule, errand, ObjectKind.PROPOSAL, text, because);
        }
    }

    private void tag(PricingRule rule, Errand errand, Effect.Tag tag, String because) {
        String plans = String.join(",", new TreeSet<>(rule.scope().plans()));
        ObjectRef object =
                new ObjectRef(ObjectKind.TAG, tag.tag() + "|" + plans + "|" + (tag.add() ? "add" : "remove"));
        String what = "the tag " + tag.tag() + " of members on " + plans;
        if (!round.isCalm(what, Change.counter(object.kind(), object.id()), List.of(rule))) {
            return;
        }
        round.change(new Change(
                object,
                Change.Act.DO,
                Optional.empty(),
                Terms.of("left", 0).with("most", tag.most()).with("errand", errand.name()),
                List.of(rule.ref()),
                List.of(),
                round.route(List.of(rule), Optional.empty(), false),
                what + (tag.add() ? " is added" : " is taken away") + because));
    }

    /** Telling people needs no approval. */
    private void say(PricingRule rule, Errand errand, ObjectKind kind, String text, String because) {
        round.change(new Change(
                new ObjectRef(kind, errand.name()),
                Change.Act.DO,
                Optional.empty(),
                Terms.of("text", text).with("errand", errand.name()),
                List.of(rule.ref()),
                List.of(),
                Route.PROPOSE,
                text + because));
    }
}
