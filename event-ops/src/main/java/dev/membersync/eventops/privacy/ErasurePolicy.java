package dev.membersync.eventops.privacy;

import java.time.Duration;

/**
 * How an organisation erases.
 *
 * @param grace how long an erasure can be taken back
 * @param keep what is kept in a file of its own because the law asks for it
 * @param contact what becomes of a contact at HighLevel
 * @param revoke whether open signed tickets of the person are revoked; false lets the person in once more
 * @param owner who does what is open
 * @param domain the domain of placeholder addresses; nothing may be deliverable there
 */
public record ErasurePolicy(
        Duration grace, Keep keep, ContactEnd contact, boolean revoke, String owner, String domain) {
    /** What is kept. */
    public enum Keep {
        /** Nothing. */
        NOTHING,
        /** Name, address and the facts about money, as invoices need them. */
        PAYMENTS,
        /** All that an export shows. */
        EVERYTHING
    }

    /** What becomes of a contact. */
    public enum ContactEnd {
        /** It is deleted. */
        DELETE,
        /** Its fields are emptied, its tags taken away, and no message goes to it any more. */
        ANONYMISE
    }

    /** A day of grace, nothing kept, contacts deleted, tickets revoked. */
    public static ErasurePolicy standard(String owner) {
        return new ErasurePolicy(Duration.ofHours(24), Keep.NOTHING, ContactEnd.DELETE, true, owner, "example.invalid");
    }
}
