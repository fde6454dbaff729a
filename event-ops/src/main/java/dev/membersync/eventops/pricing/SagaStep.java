package dev.membersync.eventops.pricing;

import java.time.Instant;
import java.util.Optional;

/**
 * One write of a saga.
 *
 * @param object what is written
 * @param before its terms before, as far as they matter; empty when the object is made
 * @param after its terms after
 * @param state how far it is
 * @param attempts how often it was tried
 * @param triedAt when it was tried last
 */
record SagaStep(ObjectRef object, Optional<Terms> before, Terms after, State state, int attempts, Instant triedAt) {
    enum State {
        WAITING,
        /** Kept before the call goes out: a crash leaves it here. */
        STARTED,
        DONE,
        /** Taken back, or never done. */
        UNDONE
    }

    static SagaStep of(ObjectRef object, Optional<Terms> before, Terms after) {
        return new SagaStep(object, before, after, State.WAITING, 0, Instant.EPOCH);
    }

    SagaStep in(State next) {
        return new SagaStep(object, before, after, next, attempts, triedAt);
    }

    SagaStep started(Instant now) {
        return new SagaStep(object, before, after, State.STARTED, attempts + 1, now);
    }

    boolean isBefore(Optional<Terms> seen, PricingSide side) {
        return before.isEmpty()
                ? seen.isEmpty()
                : seen.filter(terms -> terms.meet(shown(before.get(), side))).isPresent();
    }

    boolean isAfter(Optional<Terms> seen, PricingSide side) {
        return seen.filter(terms -> terms.meet(shown(after, side))).isPresent();
    }

    private Terms shown(Terms terms, PricingSide side) {
        return terms.only(term -> side.shows(object.kind(), term));
    }

    Terms stored() {
        Terms terms = Terms.of("kind", object.kind())
                .with("id", object.id())
                .with("state", state)
                .with("attempts", attempts)
                .with("tried", triedAt)
                .and(after.prefixed("after."));
        return before.isPresent() ? terms.with("known", true).and(before.get().prefixed("before.")) : terms;
    }

    static SagaStep read(Terms terms) {
        return new SagaStep(
                new ObjectRef(
                        ObjectKind.valueOf(terms.text("kind").orElseThrow()),
                        terms.text("id").orElseThrow()),
                terms.text("known").map(known -> terms.under("before.")),
                terms.under("after."),
                State.valueOf(terms.text("state").orElseThrow()),
                (int) terms.whole("attempts"),
                terms.instant("tried").orElse(Instant.EPOCH));
    }
}
