package dev.membersync.sync.store;

import dev.membersync.sync.store.Base.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How often a field was rewritten by somebody else after this engine had written it: what tells an edit from a quarrel.
 *
 * @param last the side of the latest write, as long as nobody was seen to change it there
 * @param rewrites how many writes were rewritten since {@code since}, at most 63
 * @param since when the first of them was seen, in whole seconds; the epoch when there is none
 */
public record Strife(Written last, int rewrites, Instant since) {
    /** Peace. */
    public static final Strife NONE = new Strife(Written.NOBODY, 0, Instant.EPOCH);

    private static final int MOST = 63;

    /** After one more write to this side. */
    public Strife wrote(Written side) {
        return new Strife(side, rewrites, since);
    }

    /** Whether the first of them was seen this short a time ago. */
    public boolean isWithin(Instant now, Duration window) {
        return rewrites > 0 && !now.isAfter(since.plus(window));
    }

    /** After the latest write was seen to be rewritten; what is older than {@code window} is forgotten. */
    public Strife rewritten(Instant now, Duration window) {
        return isWithin(now, window)
                ? new Strife(Written.NOBODY, Math.min(rewrites + 1, MOST), since)
                : new Strife(Written.NOBODY, 1, now.truncatedTo(ChronoUnit.SECONDS));
    }
}
