package dev.membersync.sync.intake;

import java.util.Set;

/**
 * Names of tickets that may have changed, as a hook told them.
 *
 * @param names issued ticket ids, barcodes and attendee ids; which of these one is does not matter
 * @param emails addresses of holders or buyers
 * @param events the urls of the events they belong to; empty when nothing said
 * @param blind whether there may be more than is named here, an order among it
 */
public record TicketHint(Set<String> names, Set<String> emails, Set<String> events, boolean blind) {
    public TicketHint {
        names = Set.copyOf(names);
        emails = Set.copyOf(emails);
        events = Set.copyOf(events);
    }

    /** How many there are; never an address. */
    @Override
    public String toString() {
        return "TicketHint[" + names.size() + " names, " + emails.size() + " addresses" + (blind ? ", blind]" : "]");
    }
}
