package dev.membersync.memberships.webhook;

import dev.membersync.client.time.Time;
import java.time.Duration;

/**
 * Remembers the ids of accepted deliveries, so that a repeated one has no effect. Implementations are safe for use by many
 * threads, and {@link #claim} is atomic among all who share the store. What they throw makes the receiver answer 429.
 *
 * <p>Keep ids for 24 hours at least: the vendor repeats for over an hour, and people repeat by hand (DOC).
 */
public interface SeenDeliveries {
    /**
     * Claims an id for the caller, who ends the claim with {@link #keep} or {@link #release}. A shared store should end a
     * claim by itself whose process died.
     *
     * @param id     the id of the delivery
     * @param digest the SHA-256 of its body, to tell a repetition from another body under the same id
     */
    Claim claim(String id, String digest);

    /** Makes a claim permanent: the delivery was accepted. */
    void keep(String id);

    /** Gives a claim back: the delivery may come again. */
    void release(String id);

    /** What {@link #claim} found. */
    enum Claim {
        /** The id was free and is the caller's now. */
        NEW,
        /** Somebody else works on it right now. */
        BUSY,
        /** It was accepted before, with the same body. */
        SAME,
        /** It was accepted before, with another body. */
        CHANGED
    }

    /** A store in memory that remembers 100,000 ids for 24 hours each. */
    static SeenDeliveries inMemory(Time time) {
        return inMemory(Duration.ofHours(24), 100_000, time);
    }

    /**
     * A store in memory.
     *
     * @param lifetime how long an id is remembered
     * @param capacity how many; beyond it the oldest is forgotten, claims excepted
     * @throws IllegalArgumentException when lifetime or capacity are not positive
     */
    static SeenDeliveries inMemory(Duration lifetime, int capacity, Time time) {
        return new RememberedDeliveries(lifetime, capacity, time);
    }
}
