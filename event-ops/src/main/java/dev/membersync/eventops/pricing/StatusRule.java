package dev.membersync.eventops.pricing;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * A status and the days on which a membership has it.
 *
 * @param status the status
 * @param from its first day, included; empty for no first day
 * @param to its last day, included; empty for no last day
 * @param current whether the membership counts as current then
 * @param unpaid whether it is about first terms that are not paid, and those alone
 */
public record StatusRule(
        MembershipStatus status, Optional<Edge> from, Optional<Edge> to, boolean current, boolean unpaid) {
    /** A date of a membership. */
    public enum Date {
        /** When the member joined. */
        JOINED,
        /** The first day of the term. */
        STARTS,
        /** The last day of the term. */
        ENDS
    }

    /**
     * A date and so much after it: days, months or years, by the calendar. The 31st plus a month is the last day of the next.
     */
    public record Edge(Date date, Period offset) {}

    /**
     * Whether a membership falls under this rule on a day. A date that it does not have bounds nothing when it is the end of
     * the term, as a lifetime has none, and matches nothing else.
     */
    boolean matches(Membership membership, LocalDate day) {
        if (unpaid != membership.firstTermUnpaid()) {
            return false;
        }
        return from.map(edge -> isFrom(edge, membership, day)).orElse(true)
                && to.map(edge -> isTo(edge, membership, day)).orElse(true);
    }

    private static boolean isFrom(Edge edge, Membership membership, LocalDate day) {
        return at(edge, membership).map(first -> !day.isBefore(first)).orElse(false);
    }

    private static boolean isTo(Edge edge, Membership membership, LocalDate day) {
        return at(edge, membership).map(last -> !day.isAfter(last)).orElse(edge.date() == Date.ENDS);
    }

    private static Optional<LocalDate> at(Edge edge, Membership membership) {
        Optional<LocalDate> date = switch (edge.date()) {
            case JOINED -> membership.joined();
            case STARTS -> membership.starts();
            case ENDS -> membership.ends();
        };
        return date.map(day -> day.plus(edge.offset()));
    }
}
