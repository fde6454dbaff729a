package dev.membersync.eventops.checkin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tickets of a type let in to.
 *
 * @param ticketClass the class that their codes carry, 0 to 65535
 * @param accessMask days and zones, one bit each; not 0
 * @param validFrom the first minute at which they are valid; null is open
 * @param validUntil the first minute at which they are no longer; null is open
 */
public record Grant(
        int ticketClass,
        int accessMask,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {
    public Grant {
        if (accessMask <= 0 || accessMask > 0xffff) {
            throw new IllegalArgumentException("an access mask has 1 to 16 bits set; 0 would admit nowhere");
        }
    }

    /** Everything, at any time. */
    public static Grant of(int ticketClass) {
        return new Grant(ticketClass, 0xffff, null, null);
    }
}
