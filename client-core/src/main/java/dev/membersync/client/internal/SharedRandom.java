package dev.membersync.client.internal;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** One random source for calls on many threads; asked once per retry, so a lock costs nothing. */
final class SharedRandom implements RandomGenerator {
    private final SplittableRandom random;

    SharedRandom(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public synchronized long nextLong() {
        return random.nextLong();
    }
}
