package dev.membersync.client.policy;

/**
 * The careful beginning: the first call goes ahead alone, and a window is paced after it. As long as every call was
 * refused there is no beginning yet. Not thread-safe.
 */
final class Probe {
    private boolean begun;
    private long begunAt;
    private boolean heard;
    private boolean out;
    private long sentAt;

    /** A call is sent; {@code alone} when no other may follow before its reply. */
    void sent(long now, boolean alone) {
        if (!begun || alone) {
            out = true;
            sentAt = now;
        }
        if (!begun) {
            begun = true;
            begunAt = now;
        }
    }

    /** A reply came, or is given up. */
    void replied(boolean refused) {
        out = false;
        heard |= !refused;
        begun &= heard;
    }

    /** Whether no call of ours was let through yet. */
    boolean newcomer() {
        return !heard;
    }

    /** Whether the reply to a call that went ahead alone is still to come; after a window nobody waits for it. */
    boolean waiting(long now, long window) {
        return out && now - sentAt < window;
    }

    /** Whether the first window is not over. */
    boolean first(long now, long window) {
        return !begun || now - begunAt < window;
    }

    void write(PageWriter page) {
        page.put(begun);
        page.put(begunAt);
        page.put(heard);
        page.put(out);
        page.put(sentAt);
    }

    void read(PageReader page) {
        begun = page.flag();
        begunAt = page.number();
        heard = page.flag();
        out = page.flag();
        sentAt = page.number();
    }
}
