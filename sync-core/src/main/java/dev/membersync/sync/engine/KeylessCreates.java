package dev.membersync.sync.engine;

import dev.membersync.sync.engine.Settlement.Next;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Intents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Creates at targets without an idempotency key, so that each member gets one record whatever happens to the answers.
 * Thread-safe; may be killed between any two steps and run again by anybody.
 */
final class KeylessCreates {
    private final OpenCreates creates;
    private final Settlement settlement;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Consumer<String> checkpoint;

    KeylessCreates(
            OpenCreates creates,
            SettleTraits traits,
            InstantSource clock,
            LongSupplier nanos,
            Consumer<String> checkpoint) {
        this.creates = creates;
        this.settlement = new Settlement(traits);
        this.clock = clock;
        this.nanos = nanos;
        this.checkpoint = checkpoint;
    }

    /**
     * Brings the create of a member as far as it can be brought now.
     *
     * @param matchKey the key of the draft that {@code target} sends
     * @param deadlineNanos the end of the lease on the monotonic clock; nothing is sent at or after it
     */
    Settled advance(String userId, long matchKey, CreateTarget target, long deadlineNanos) {
        Optional<Intent> open = creates.open(userId, matchKey);
        if (open.isEmpty()) {
            return new Settled.KeyBusy();
        }
        Intent intent = open.get();
        return settle(intent, target, () -> post(intent, matchKey, target, deadlineNanos));
    }

    /** Proves an open create done or undone and sends nothing: for a member that is no longer to be created. */
    Settled settle(String userId, CreateTarget target) {
        return creates.find(userId)
                .map(intent -> settle(intent, target, () -> {
                    creates.end(intent);
                    return new Settled.Undone();
                }))
                .orElseGet(Settled.Undone::new);
    }

    /** Proves an open create done or undone, sends nothing and keeps it open: for one that was sent often enough. */
    Settled prove(String userId, CreateTarget target) {
        return creates.find(userId)
                .map(intent -> settle(intent, target, () -> {
                    creates.move(intent, IntentSteps.undone(intent));
                    return new Settled.Refused("it was sent " + intent.attempt() + " times and had no effect");
                }))
                .orElseGet(Settled.Undone::new);
    }

    private Settled settle(Intent intent, CreateTarget target, Supplier<Settled> whenProvenUndone) {
        if (intent.step() == Intent.Step.PREPARED) {
            return whenProvenUndone.get();
        }
        Instant now = clock.instant();
        if (intent.probeAt().filter(now::isBefore).isPresent()) {
            return new Settled.Waits(intent.probeAt().get());
        }
        checkpoint.accept("probe");
        Next next =
                settlement.next(intent, now, target.find(intent.openMatchKey().orElseThrow()));
        return next instanceof Next.Post ? whenProvenUndone.get() : follow(intent, next);
    }

    private Settled post(Intent seen, long matchKey, CreateTarget target, long deadlineNanos) {
        if (isLate(deadlineNanos)) {
            return new Settled.Late();
        }
        checkpoint.accept("prepared");
        Intent sent = IntentSteps.sent(seen, matchKey, clock.instant());
        Intents.Opened opened = creates.reopen(seen, sent);
        if (opened != Intents.Opened.OK) {
            return opened == Intents.Opened.KEY_BUSY ? new Settled.KeyBusy() : new Settled.Late();
        }
        checkpoint.accept("sent");
        if (isLate(deadlineNanos)) {
            creates.move(sent, IntentSteps.undone(sent));
            return new Settled.Late();
        }
        SendAnswer answer = target.send();
        checkpoint.accept("answered");
        return answered(sent, answer, target);
    }

    private Settled answered(Intent sent, SendAnswer answer, CreateTarget target) {
        if (answer instanceof SendAnswer.Applied applied) {
            return follow(sent, new Next.Adopt(applied.ref()));
        }
        if (answer instanceof SendAnswer.Refused refused) {
            creates.move(sent, IntentSteps.undone(sent));
            return new Settled.Refused(refused.why());
        }
        Instant now = clock.instant();
        return follow(
                sent,
                answer instanceof SendAnswer.Exists
                        ? settlement.existing(
                                sent, now, target.find(sent.openMatchKey().orElseThrow()))
                        : new Next.ProbeLater(settlement.probeAt(sent, now)));
    }

    private Settled follow(Intent intent, Next next) {
        if (next instanceof Next.Adopt adopt) {
            return creates.link(intent.userId(), adopt.ref())
                    ? new Settled.Linked(adopt.ref())
                    : new Settled.Review("the record of this create is linked to another member");
        }
        if (next instanceof Next.ProbeLater later) {
            creates.move(intent, IntentSteps.probing(intent, later.at()));
            return new Settled.Waits(later.at());
        }
        return new Settled.Review(next instanceof Next.Ask ask ? ask.why() : "the create cannot be settled");
    }

    private boolean isLate(long deadlineNanos) {
        return nanos.getAsLong() - deadlineNanos >= 0;
    }
}
