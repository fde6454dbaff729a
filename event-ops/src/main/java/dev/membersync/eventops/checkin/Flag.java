package dev.membersync.eventops.checkin;

/** What an operator should know besides the outcome, whichever it is. */
public enum Flag {
    /** The list of withdrawn tickets is older than it may be. */
    STALE_LIST("The list of withdrawn tickets is old."),
    /** The offline data is older than it may be, or does not hold the ticket. */
    STALE_SNAPSHOT("The data of this scanner is old."),
    /** The scanner's clock is off by more than two minutes, or was never compared. */
    CLOCK_SUSPECT("The clock of this scanner is off."),
    /** Decided offline: another scanner may have let the same ticket in. */
    OFFLINE_PROVISIONAL("Offline: other scanners may have seen this ticket."),
    /** Something wants a person's eye; the detail says what. */
    ATTENTION("Look at the detail.");

    private final String text;

    Flag(String text) {
        this.text = text;
    }

    /** What the operator reads. */
    public String text() {
        return text;
    }
}
