package dev.membersync.sync.record;

import dev.membersync.sync.text.Unicode;

/**
 * What a registration is to its holder: access, payment and attendance in one word. Access comes first, then attendance,
 * then money: who was admitted stays admitted whatever happens to the money, and a refund alone takes no access (DOC,
 * accelevents-api.md 4.3 and 6.1).
 */
public enum RegistrationState {
    /** Registered, and nothing was paid for a ticket that has a price. */
    UNPAID(0),
    /** Registered: paid, paid in part, free or complimentary. */
    REGISTERED(1),
    /** Admitted at the door. */
    CHECKED_IN(2),
    /** All that was paid was given back; the ticket still admits. */
    REFUNDED(2),
    /** Cancelled, with or without a refund: the ticket admits nobody. */
    CANCELED(3),
    /** Deleted by the organiser: Accelevents shows it no more. */
    DELETED(4);

    private final int stage;

    RegistrationState(int stage) {
        this.stage = stage;
    }

    /**
     * True when a registration in that state has this one behind it and comes back to it only by an undoing. Neither of
     * {@link #CHECKED_IN} and {@link #REFUNDED} is behind the other.
     */
    public boolean isPassedIn(RegistrationState now) {
        return stage < now.stage;
    }

    /** The word for this state in a configuration, and what is written unless that says otherwise. */
    public String word() {
        return Unicode.lowerCase(name());
    }
}
