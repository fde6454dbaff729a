package dev.membersync.eventops.ticket;

import org.jspecify.annotations.Nullable;

/** What a reader found in a text. It knows keys, not lists: whether a genuine ticket admits is decided at the gate. */
public sealed interface Reading {
    /**
     * A ticket of this event with a good signature under a key that counts.
     *
     * @param ticket the ticket
     */
    record Genuine(Ticket ticket) implements Reading {}

    /**
     * No ticket that counts here.
     *
     * @param why the first thing that is wrong
     * @param ticket what the text says, if its signature is good; null otherwise, since then nothing in it can be
     *     believed
     */
    record Refused(Refusal why, @Nullable Ticket ticket) implements Reading {}

    /**
     * Perhaps the vendor's own code; only a look-up can tell.
     *
     * @param barcode what was scanned
     */
    record Barcode(VendorBarcode barcode) implements Reading {}
}
