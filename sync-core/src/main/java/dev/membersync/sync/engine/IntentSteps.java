package dev.membersync.sync.engine;

import dev.membersync.sync.store.Intent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of a create without an idempotency key. Times are whole microseconds, as a store gives them back. */
final class IntentSteps {
    private IntentSteps() {}

    static Intent prepared(String userId, long matchKey) {
        return new Intent(
                userId,
                OptionalLong.of(matchKey),
                Intent.Step.PREPARED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    static Intent sent(Intent before, long matchKey, Instant now) {
        return row(before, OptionalLong.of(matchKey), Optional.of(now), Optional.empty(), before.attempt() + 1);
    }

    static Intent probing(Intent sent, Instant at) {
        return row(sent, sent.openMatchKey(), sent.sentAt(), Optional.of(at), sent.attempt());
    }

    /** What was sent is proven to have had no effect. */
    static Intent undone(Intent sent) {
        return row(sent, sent.openMatchKey(), Optional.empty(), Optional.empty(), sent.attempt());
    }

    private static Intent row(
            Intent of, OptionalLong matchKey, Optional<Instant> sentAt, Optional<Instant> probeAt, int attempt) {
        return new Intent(
                of.userId(),
                matchKey,
                sentAt.isPresent() ? Intent.Step.SENT : Intent.Step.PREPARED,
                of.orderId(),
                of.ticketTypeId(),
                sentAt.map(time -> time.truncatedTo(ChronoUnit.MICROS)),
                probeAt.map(time -> time.truncatedTo(ChronoUnit.MICROS)),
                attempt);
    }
}
