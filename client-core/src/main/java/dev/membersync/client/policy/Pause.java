package dev.membersync.client.policy;

/**
 * What refusals for the rate (HTTP 429) lead to. A single one is waited out and forgotten; those that come in a row halve
 * the rate each time, and a quarter of the limit comes back in each window without one. Not thread-safe.
 */
final class Pause {
    private static final double REGAINED = 0.25;
    /** A refusal this many windows after the end of the last pause still belongs to the same row. */
    private static final int ROW = 5;

    private boolean refused;
    private long since;
    private long until;
    private long movedAt;
    private double trust = 1;

    /** How long until the vendor may be asked again. */
    long left(long now) {
        return refused ? Math.max(0, until - now) : 0;
    }

    /** The part of the limit that is used, 0 to 1. */
    double trust(long now, long window) {
        if (trust < 1 && now - movedAt >= window) {
            long windows = (now - movedAt) / window;
            trust = Math.min(1, trust + REGAINED * windows);
            movedAt += windows * window;
        }
        return trust;
    }

    /** One call was refused that was sent at a time; {@code wait} is what the vendor asks for, or negative. */
    void refused(long now, long sent, long wait, long window) {
        // What was under way when the first refusal came is no news: nothing was sent since.
        boolean known = refused && (until - now > 0 || sent - since <= 0);
        if (known && until - now <= 0 && wait < 0) {
            return;
        }
        if (!known) {
            boolean again = refused && now - until < ROW * window;
            trust = again ? trust(now, window) / 2 : trust(now, window);
            since = now;
        }
        close(now, wait < 0 ? window : wait);
    }

    /** Waits without a loss of trust. */
    void close(long now, long wait) {
        until = refused ? Math.max(until, now + wait) : now + wait;
        movedAt = until;
        refused = true;
    }

    void write(PageWriter page) {
        page.put(refused);
        page.put(since);
        page.put(until);
        page.put(movedAt);
        page.put(trust);
    }

    void read(PageReader page) {
        refused = page.flag();
        since = page.number();
        until = page.number();
        movedAt = page.number();
        trust = page.real();
    }
}
