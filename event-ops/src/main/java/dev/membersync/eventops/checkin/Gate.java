package dev.membersync.eventops.checkin;

import java.util.Set;

/**
 * A gate.
 *
 * @param name its name
 * @param classes the ticket classes that it serves; empty for all
 * @param zones the bits of the access mask that it leads to, of which a ticket needs one; 0 when it asks for none
 */
public record Gate(String name, Set<Integer> classes, int zones) {
    public Gate {
        classes = Set.copyOf(classes);
        if (name.isBlank() || zones < 0 || zones > 0xffff) {
            throw new IllegalArgumentException("a gate has a name, and zones of 16 bits");
        }
    }

    /** A gate for every ticket. */
    public static Gate open(String name) {
        return new Gate(name, Set.of(), 0);
    }

    boolean serves(int ticketClass) {
        return classes.isEmpty() || classes.contains(ticketClass);
    }

    boolean opensFor(int accessMask) {
        return zones == 0 || (zones & accessMask) != 0;
    }
}
