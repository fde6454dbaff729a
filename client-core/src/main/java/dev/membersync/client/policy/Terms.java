package dev.membersync.client.policy;

import java.time.Duration;

/** The limit that holds: the configured one, moved by what the vendor says. Not thread-safe. */
final class Terms {
    private static final long LONGEST = Duration.ofDays(30).toNanos();

    private final RateLimit configured;
    private int vendorCalls;
    private long vendorWindow;
    private int calls;
    private long window;

    Terms(RateLimit configured) {
        this.configured = configured;
        calls = vendorCalls = configured.calls();
        window = vendorWindow = bounded(configured.per());
    }

    int calls() {
        return calls;
    }

    /** The window in nanoseconds, padded. */
    long window() {
        return padded(window);
    }

    Duration per() {
        return Duration.ofNanos(window);
    }

    int vendorCalls() {
        return vendorCalls;
    }

    long vendorWindow() {
        return vendorWindow;
    }

    /** Takes the vendor's word, below a fixed limit only; whether that changed anything. */
    boolean learn(RateSignal signal) {
        signal.limit().ifPresent(limit -> vendorCalls = Math.max(1, limit));
        signal.window().filter(per -> !per.isNegative() && !per.isZero()).ifPresent(per -> vendorWindow = bounded(per));
        return settle();
    }

    private boolean settle() {
        int calls = vendorCalls;
        long window = vendorWindow;
        if (configured.fixed()) {
            long own = bounded(configured.per());
            boolean slower = (double) vendorCalls / vendorWindow < (double) configured.calls() / own;
            calls = Math.min(configured.calls(), vendorCalls);
            window = slower ? Math.max(own, vendorWindow) : own;
        }
        boolean changed = this.calls != calls || this.window != window;
        this.calls = calls;
        this.window = window;
        return changed;
    }

    void write(PageWriter page) {
        page.put(vendorCalls == configured.calls() ? 0 : vendorCalls);
        page.put(vendorWindow == bounded(configured.per()) ? 0 : vendorWindow);
    }

    void read(PageReader page) {
        int toldCalls = page.small();
        long toldWindow = page.number();
        vendorCalls = toldCalls == 0 ? vendorCalls : toldCalls;
        vendorWindow = toldWindow == 0 ? vendorWindow : toldWindow;
        settle();
    }

    /** Two per cent longer than the vendor says: requests do not arrive in the rhythm they were sent in. */
    static long padded(long window) {
        return Math.max(1, window / 100 * 102);
    }

    static long bounded(Duration time) {
        return time.compareTo(Duration.ofNanos(LONGEST)) >= 0 ? LONGEST : Math.max(1, time.toNanos());
    }
}
