package dev.membersync.sync.record;

import dev.membersync.sync.text.Unicode;

/**
 * What a registration is to its holder: access, payment and attendance in one word. Access comes first, then attendance,
 * then money: who was admitted stays admitted whatever happens to the money, and a refund alone takes no access (DOC,
 * accelevents-api.md 4.3 and 6.1).
 */
public enum RegistrationState {
    /** Registered, and nothing was paid for a ticket that has a price. */
    UNPAID,
    /** Registered: paid, paid in part, free or complimentary. */
    REGISTERED,
    /** Admitted at the door. */
    CHECKED_IN,
    /** All that was paid was given back; the ticket still admits. */
    REFUNDED,
    /** Cancelled, with or without a refund: the ticket admits nobody. */
    CANCELED,
    /** Deleted by the organiser: Accelevents shows it no more. */
    DELETED;

    /** The word for this state in a configuration, and what is written unless that says otherwise. */
    public String word() {
        return Unicode.lowerCase(name());
    }
}
