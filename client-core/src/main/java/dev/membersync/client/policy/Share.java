package dev.membersync.client.policy;

/**
 * How much of the vendor's limit is ours: all of it, until a reply shows that somebody else draws on it too. From then on
 * each of the strangers who keep this rule leaves a quarter of its own use free; so all of them come to the same share,
 * and there is room for what nobody can foresee. Not thread-safe.
 */
final class Share {
    private static final double GAP = 0.25;
    /** The part of the way to the target that is gone in a window; faster, many clients answer each other in swings. */
    private static final double PACE = 0.7;
    /** What is claimed even where others leave nothing: they cannot make room for somebody they do not see. */
    private static final double CLAIM = 0.1;

    private double allowed;
    private boolean shared;
    private long sharedAt;
    private long heardAt;

    Share(int limit, long now) {
        restart(limit, now);
    }

    /** Begins again with another limit. */
    void restart(int limit, long now) {
        allowed = limit;
        shared = false;
        heardAt = now;
    }

    double allowed() {
        return allowed;
    }

    /** Whether others draw on the limit too. */
    boolean shared() {
        return shared;
    }

    /** Whether there are others and the last word about them is older than their calls. */
    boolean stale(long now, long window) {
        return shared && now - heardAt >= window;
    }

    /**
     * A reply told how many calls the vendor has counted; at most {@code most} and probably {@code likely} of them are
     * ours. Only what exceeds the former proves that there are others.
     */
    void counted(Count count, int limit, long now, long window) {
        double step = Math.min(1, PACE * (now - heardAt) / window);
        heardAt = now;
        if (count.used() > count.most()) {
            shared = true;
            sharedAt = now;
        } else if (shared && now - sharedAt >= window) {
            restart(limit, now);
        }
        if (shared) {
            double room = count.limit() - Math.max(0, count.used() - count.likely());
            double next = allowed + (room / (1 + GAP) - allowed) * step;
            allowed = Math.min(limit, Math.max(CLAIM * limit, Math.min(next, room)));
        }
    }

    /** A reply told nothing: others that were last heard of a window ago are taken for gone. */
    void silent(int limit, long now, long window) {
        if (stale(now, window)) {
            restart(limit, now);
        }
    }

    void write(PageWriter page) {
        page.put(allowed);
        page.put(shared);
        page.put(sharedAt);
        page.put(heardAt);
    }

    void read(PageReader page) {
        allowed = page.real();
        shared = page.flag();
        sharedAt = page.number();
        heardAt = page.number();
    }

    /**
     * What the vendor has counted.
     *
     * @param limit what it allows
     * @param used calls it has counted in its window
     * @param most how many of them can be ours at most
     * @param likely how many of them are probably ours
     */
    record Count(int limit, int used, int most, int likely) {}
}
