package dev.membersync.sync.engine;

import dev.membersync.sync.engine.CreateTarget.Found;
import dev.membersync.sync.store.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The rules by which a create without an idempotency key is proven done or undone. Pure.
 *
 * <p>A create is sent again only when the one before it is proven to have had no effect: it was refused, or a search at
 * or after the horizon showed nothing. Because no two open creates have one match key, an unlinked record that appeared
 * since the send belongs to this create.
 */
final class Settlement {
    /** What comes next. */
    sealed interface Next {
        /** Send; nothing that was sent before can have an effect. */
        record Post() implements Next {}

        /** Look again at this time. */
        record ProbeLater(Instant at) implements Next {}

        /** This record is the create's. */
        record Adopt(String ref) implements Next {}

        /** A person decides; the reason holds no personal data. */
        record Ask(String why) implements Next {}
    }

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final SettleTraits traits;

    Settlement(SettleTraits traits) {
        this.traits = traits;
    }

    /**
     * Settles an open create.
     *
     * @param lookedAt the time before the search was sent
     * @param found what it showed; not used for a create that was not sent
     */
    Next next(Intent intent, Instant lookedAt, List<Found> found) {
        if (intent.step() == Intent.Step.PREPARED) {
            return new Next.Post();
        }
        Instant since = sentAt(intent).minus(traits.clockSlack());
        List<Found> ours = found.stream()
                .filter(record -> !record.linked() && !record.createdAt().isBefore(since))
                .toList();
        if (ours.size() > 1) {
            return new Next.Ask("several records appeared since the create was sent");
        }
        return ours.isEmpty()
                ? absent(intent, lookedAt)
                : new Next.Adopt(ours.get(0).ref());
    }

    /** Settles a create to which the target answered that the record exists. Its age does not matter then (F-07). */
    Next existing(Intent intent, Instant lookedAt, List<Found> found) {
        List<Found> free = found.stream().filter(record -> !record.linked()).toList();
        if (free.size() == 1) {
            return new Next.Adopt(free.get(0).ref());
        }
        if (free.size() > 1) {
            return new Next.Ask("the target has this record, and the search shows several that it could be");
        }
        if (!found.isEmpty()) {
            return new Next.Ask("the target has this record, and it is linked to another member");
        }
        return intent.attempt() > 1
                ? new Next.Ask("the target says again that it has this record, and the search shows none")
                : new Next.ProbeLater(probeAt(intent, lookedAt));
    }

    /** When to look next: the waits double, and the last look falls on the horizon. */
    Instant probeAt(Intent intent, Instant now) {
        Duration elapsed = Duration.between(sentAt(intent), now);
        Duration wait = longer(longer(elapsed, traits.visibilityLag()), SHORTEST_WAIT);
        Instant end = horizon(intent);
        return now.isBefore(end) && now.plus(wait).isAfter(end) ? end : now.plus(wait);
    }

    private Next absent(Intent intent, Instant lookedAt) {
        if (lookedAt.isBefore(horizon(intent))) {
            return new Next.ProbeLater(probeAt(intent, lookedAt));
        }
        return traits.repeats()
                ? new Next.Post()
                : new Next.Ask("the effect was not found, and this is never sent twice without a person");
    }

    private Instant horizon(Intent intent) {
        return sentAt(intent).plus(traits.horizon());
    }

    private static Instant sentAt(Intent intent) {
        return intent.sentAt()
                .orElseThrow(() -> new IllegalArgumentException("this create has its own key: " + intent.step()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
