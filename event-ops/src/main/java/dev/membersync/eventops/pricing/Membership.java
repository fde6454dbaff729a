package dev.membersync.eventops.pricing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The dates of a membership, in the organisation's calendar.
 *
 * @param joined when the member joined first
 * @param starts first day of the term
 * @param ends last day of the term; empty for a lifetime
 * @param firstTermUnpaid whether the first term waits for its payment
 * @param override a status that a person set; it wins over all dates
 */
public record Membership(
        Optional<LocalDate> joined,
        Optional<LocalDate> starts,
        Optional<LocalDate> ends,
        boolean firstTermUnpaid,
        Optional<MembershipStatus> override) {
    public Membership {
        Checks.check(
                starts.isEmpty() || ends.isEmpty() || !ends.get().isBefore(starts.get()),
                "a term ends before it starts");
    }

    /** A term that is paid. */
    public static Membership of(LocalDate joined, LocalDate starts, LocalDate ends) {
        return new Membership(Optional.of(joined), Optional.of(starts), Optional.of(ends), false, Optional.empty());
    }
}
