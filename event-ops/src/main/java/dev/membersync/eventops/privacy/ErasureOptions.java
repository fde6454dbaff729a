package dev.membersync.eventops.privacy;

import dev.membersync.sync.store.StoreKey;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What an erasure is made of besides the systems.
 *
 * @param books what is remembered of erasures
 * @param key seals the receipts; that of the store
 * @param policy how the organisation erases
 * @param folder where receipts and kept files go
 * @param clock the only time
 * @param random where ids come from; a {@link java.security.SecureRandom} outside of tests
 * @param checkpoint called between steps; for tests that stop it anywhere
 */
public record ErasureOptions(
        ErasureBooks books,
        StoreKey key,
        ErasurePolicy policy,
        Path folder,
        InstantSource clock,
        RandomGenerator random,
        Consumer<String> checkpoint) {
    /** The same without a hook. */
    public ErasureOptions(
            ErasureBooks books,
            StoreKey key,
            ErasurePolicy policy,
            Path folder,
            InstantSource clock,
            RandomGenerator random) {
        this(books, key, policy, folder, clock, random, step -> {});
    }
}
