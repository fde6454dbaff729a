package dev.membersync.eventops.checkin;

/** What a scan is answered. The names are stable: they are kept with the scans and printed in reports. */
public enum Outcome {
    /** The first entry of a ticket. */
    ADMITTED(true, "Welcome.", "Let them in."),
    /** An entry after an exit, or on another day or in another zone that the ticket allows. */
    READMITTED(true, "Welcome back.", "Let them in."),
    /** Somebody left. */
    EXITED(true, "Goodbye.", "Let them out."),
    /** The ticket is in already. */
    ALREADY_ADMITTED(
            false,
            "This ticket has been used.",
            "Compare gate and time; in a group, check that each person shows the own code."),
    /** The text is no ticket. */
    MALFORMED(
            false,
            "This is not a readable ticket.",
            "Scan again with more light and a brighter screen, then help desk."),
    /** The ticket is signed with a key that this scanner does not hold. */
    UNKNOWN_KEY(false, "The key of this ticket is not known here.", "Refresh the scanner's keys, then help desk."),
    /** The signature does not fit. */
    BAD_SIGNATURE(false, "The code is damaged or not genuine.", "Scan again; if it stays, help desk."),
    /** The ticket is for another event. */
    WRONG_EVENT(false, "This ticket is for another event.", "Ask for the ticket of this event."),
    /** The gate does not serve the ticket's class. */
    WRONG_CLASS(false, "This gate does not serve this kind of ticket.", "Show the way to the gate that does."),
    /** The gate leads to a zone that the ticket does not open. */
    WRONG_GATE(false, "This ticket does not open this gate.", "Show the way to the right gate."),
    /** The ticket's time has not come. */
    NOT_YET_VALID(false, "This ticket is not valid yet.", "Tell from when it is."),
    /** The ticket's time is over. */
    EXPIRED(false, "This ticket is not valid any more.", "Help desk."),
    /** The ticket was withdrawn. */
    REVOKED(false, "This ticket was withdrawn.", "Help desk."),
    /** A newer code of the ticket exists. */
    SUPERSEDED(false, "A newer code was sent for this ticket.", "Ask for the newest message, then help desk."),
    /** The ticket is blocked for now. */
    BLOCKED(false, "This ticket is blocked.", "Send to the help desk; the block can be lifted there."),
    /** The key of the ticket counts no more. */
    KEY_REVOKED(false, "This ticket has to be replaced.", "Send to the help desk for a new code."),
    /** The registration was cancelled. */
    CANCELED(false, "This registration was cancelled.", "Help desk."),
    /** Money is due. */
    PAYMENT_DUE(false, "A payment is due.", "Collect it, or let a supervisor waive it."),
    /** The payment is disputed, and the policy wants that settled first. */
    PAYMENT_DISPUTED(false, "The payment is disputed.", "Send to the help desk."),
    /** The registration waits for approval. */
    APPROVAL_PENDING(false, "This registration is not approved yet.", "Help desk."),
    /** A rule of the admission policy says no; the answer names it. */
    RULE_DENIED(false, "A rule of this event says no.", "Read the rule; a supervisor may decide."),
    /** Several tickets have the name that was typed in. */
    AMBIGUOUS(false, "Several tickets fit.", "Search by the barcode or the ticket id."),
    /** No ticket has this name. */
    UNKNOWN_TICKET(false, "This ticket is not in the books.", "Search by name at the help desk."),
    /** A ticket of a rehearsal, at an event that is live. */
    TEST_TICKET(false, "This is a test ticket.", "Ask for the real one.");

    private final boolean admits;
    private final String text;
    private final String next;

    Outcome(boolean admits, String text, String next) {
        this.admits = admits;
        this.text = text;
        this.next = next;
    }

    /** True when the person passes. */
    public boolean admits() {
        return admits;
    }

    /** What the operator reads. */
    public String text() {
        return text;
    }

    /** What the operator does next. */
    public String nextStep() {
        return next;
    }
}
