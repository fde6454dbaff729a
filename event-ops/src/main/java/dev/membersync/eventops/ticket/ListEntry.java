package dev.membersync.eventops.ticket;

/** What a list says of one serial. */
public sealed interface ListEntry permits Revocation, Block {
    /** The ticket. */
    Serial serial();

    /** Whether a generation of that ticket does not count because of this. */
    boolean hits(int generation);

    /** Whether this says something new where the list says the other. */
    boolean replaces(ListEntry other);
}
