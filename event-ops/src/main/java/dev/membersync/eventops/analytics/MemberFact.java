package dev.membersync.eventops.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A member in the scope of the event.
 *
 * @param person a keyed pseudonym; the one of the registrations that are linked to this member
 * @param status the word of the membership status
 * @param current whether that word is one of a current membership, such as active or in grace
 * @param statusAsOf when the status was so; formulas want it as of event start, and say so where it is later
 * @param plan the plan on record; empty for none
 * @param joined when the person became a member, where that is known; who joined after event start was none then
 */
public record MemberFact(
        String person,
        String status,
        boolean current,
        Instant statusAsOf,
        Optional<String> plan,
        Optional<LocalDate> joined) {}
