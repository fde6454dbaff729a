package dev.membersync.eventops.privacy;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an erasure has come.
 *
 * @param id the erasure
 * @param step what was done last
 * @param receipt the receipt, when it is finished
 * @param waitsUntil when it can go on; empty when it is finished
 * @param why what it waits for
 */
public record Progress(
        String id, Erasure.Step step, Optional<Receipt> receipt, Optional<Instant> waitsUntil, String why) {
    /** Whether it is finished. */
    public boolean isDone() {
        return receipt.isPresent();
    }

    static Progress waits(Erasure erasure, Instant until, String why) {
        return new Progress(erasure.id(), erasure.step(), Optional.empty(), Optional.of(until), why);
    }
}
