package dev.membersync.client.policy;

/**
 * How much of the vendor's limit is used: all of it, until a reply shows that somebody else draws on it too. Then it
 * falls at once and grows back by a quarter of the limit in each clean window. Not thread-safe.
 */
final class Share {
    private int limit;
    private double allowed;
    private long movedAt;
    private long halvedAt;
    private boolean halved;

    Share(int limit, long now) {
        this.limit = limit;
        this.allowed = limit;
        this.movedAt = now;
    }

    int limit() {
        return limit;
    }

    int allowed() {
        return (int) Math.max(1, allowed);
    }

    /** Takes a learned limit at once, and the proof of foreign calls that a too small remainder is. */
    void learn(RateSignal signal, int ours, long now, long window) {
        if (signal.limit().isPresent()
                && signal.limit().getAsInt() > 0
                && signal.limit().getAsInt() != limit) {
            limit = signal.limit().getAsInt();
            allowed = limit;
        }
        if (signal.remaining().isPresent()) {
            int foreign = limit - signal.remaining().getAsInt() - ours;
            if (foreign > 0 && limit - foreign < allowed) {
                allowed = Math.max(1, limit - foreign);
                movedAt = now;
            }
        }
    }

    /** After a refusal; replies of one volley count once. */
    void halve(long now, long window) {
        if (!halved || now - halvedAt >= window) {
            halved = true;
            halvedAt = now;
            allowed = Math.max(1, allowed / 2);
            movedAt = now;
        }
    }

    void recover(long now, long window) {
        if (allowed < limit && now - movedAt >= window) {
            long windows = (now - movedAt) / window;
            allowed = Math.min(limit, allowed + Math.max(1, limit / 4.0) * windows);
            movedAt += windows * window;
        }
    }
}
