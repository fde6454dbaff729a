package dev.membersync.client.policy;

/**
 * What the callers who wait for an answer were told lately. Once one was held back by a full log or a refusal, their lane
 * is paced too, until a whole window has passed without: a lane that takes each place the instant it opens leaves none
 * to a newcomer, whom it cannot see. Not thread-safe.
 */
final class LiveDemand {
    private boolean asked;
    private long askedAt;
    private boolean held;
    private long heldUntil;

    void asked(long now) {
        asked = true;
        askedAt = now;
    }

    /** One was told to come back at a time. */
    void heldUntil(long time) {
        heldUntil = held ? Math.max(heldUntil, time) : time;
        held = true;
    }

    /** Whether anybody asked in the last window. */
    boolean recent(long now, long window) {
        return asked && now - askedAt < window;
    }

    /** Whether the lane wants more than there is. */
    boolean saturated(long now, long window) {
        return held && now - heldUntil < window;
    }

    void write(PageWriter page) {
        page.put(asked);
        page.put(askedAt);
        page.put(held);
        page.put(heldUntil);
    }

    void read(PageReader page) {
        asked = page.flag();
        askedAt = page.number();
        held = page.flag();
        heldUntil = page.number();
    }
}
