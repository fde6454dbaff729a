package dev.membersync.sync;

import dev.membersync.sync.engine.Coverage;
import dev.membersync.sync.engine.Parts;
import dev.membersync.sync.record.TicketTypeInfo;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many registrations of an event are a member's.
 *
 * @param event the event url
 * @param occurrence the recurring event id, empty for an ordinary event
 * @param registrations those that admit
 * @param linked those with a member
 * @param notMembers those without one whose ticket type is for people who are no members
 */
public record LinkCoverage(String event, String occurrence, long registrations, long linked, long notMembers) {
    static LinkCoverage of(Parts parts, Collection<String> notMembers) {
        Set<String> types = notMembers.isEmpty()
                ? Set.of()
                : parts.workflow().desk().ticketTypes().stream()
                        .filter(type -> notMembers.stream().anyMatch(type.name()::equalsIgnoreCase))
                        .map(TicketTypeInfo::id)
                        .collect(Collectors.toSet());
        Coverage found = Coverage.of(parts, types);
        return new LinkCoverage(
                parts.scope().event(),
                parts.scope().occurrence(),
                found.registrations(),
                found.linked(),
                found.notMembers());
    }

    /** Whether at least this percentage is a member's or known to be no member's; always where there are none. */
    public boolean reaches(int percent) {
        return (linked + notMembers) * 100 >= registrations * percent;
    }

    /** The percentage that is, rounded down; 100 where there are none. */
    public long percent() {
        return registrations == 0 ? 100 : (linked + notMembers) * 100 / registrations;
    }

    LinkCoverage better(LinkCoverage other) {
        return other.linked > linked ? other : this;
    }
}
