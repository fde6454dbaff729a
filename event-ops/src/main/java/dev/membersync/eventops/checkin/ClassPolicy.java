package dev.membersync.eventops.checkin;

import java.time.Duration;

/**
 * What a ticket class asks of a ticket at the door.
 *
 * @param reentry how often it lets in
 * @param due when money is due
 * @param disputed when the payment is disputed; by default attention, since a dispute is no cancellation
 * @param staleList when the revocation list is older than it may be
 * @param staleSnapshot when the offline snapshot is older than it may be, or does not hold the ticket
 * @param grace how long before and after its window a ticket is valid
 */
public record ClassPolicy(
        Reentry reentry, Stance due, Stance disputed, Stance staleList, Stance staleSnapshot, Duration grace) {
    /** Lets in once; no entry while money is due; warns of disputes and of what is stale; five minutes of grace. */
    public static final ClassPolicy DEFAULT =
            new ClassPolicy(Reentry.NO, Stance.DENY, Stance.WARN, Stance.WARN, Stance.WARN, Duration.ofMinutes(5));

    public ClassPolicy {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("a grace of " + grace + " would make windows shorter; use zero or more");
        }
    }

    /** The same with another rule of re-entry. */
    public ClassPolicy with(Reentry changed) {
        return new ClassPolicy(changed, due, disputed, staleList, staleSnapshot, grace);
    }

    /** The same with other stances to money. */
    public ClassPolicy withMoney(Stance whenDue, Stance whenDisputed) {
        return new ClassPolicy(reentry, whenDue, whenDisputed, staleList, staleSnapshot, grace);
    }

    /** The same with other stances to what is stale. */
    public ClassPolicy withStale(Stance list, Stance snapshot) {
        return new ClassPolicy(reentry, due, disputed, list, snapshot, grace);
    }

    /** The same with another grace. */
    public ClassPolicy withGrace(Duration changed) {
        return new ClassPolicy(reentry, due, disputed, staleList, staleSnapshot, changed);
    }
}
