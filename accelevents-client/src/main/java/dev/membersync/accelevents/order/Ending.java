package dev.membersync.accelevents.order;

/**
 * How a registration can end. What becomes of the money and what becomes of the access are two questions, and a refund alone answers only the first: a refunded person still
 * gets in, and so does one who never paid (DOC, help centre 414989 and 8889867).
 *
 * <table>
 * <caption>The four endings</caption>
 * <tr><th>ending</th><th>money</th><th>access</th><th>order stays listed</th><th>call</th></tr>
 * <tr><td>refund, whole or in part</td><td>returned</td><td>kept</td><td>yes</td><td>{@link Orders#refund}</td></tr>
 * <tr><td>refund and cancel</td><td>returned</td><td>removed</td><td>yes</td><td>{@link Refund#with}, by a guess</td></tr>
 * <tr><td>cancel</td><td>kept</td><td>removed</td><td>yes</td><td>none</td></tr>
 * <tr><td>delete</td><td>returned</td><td>removed</td><td>no</td><td>{@link Orders#delete}</td></tr>
 * </table>
 */
public enum Ending {
    /** Money goes back, whole or in part; the attendee stays. Imported registrations cannot be refunded (DOC). */
    REFUND(true, false, true),

    /** Money goes back and the attendee is out. The console has it; where its flag stands in the refund's body is not known, so it is not offered but as a guess. */
    REFUND_AND_CANCEL(true, true, true),

    /** The attendee is out and the money stays. The console has it; no call of the public API is known, so it is not offered. */
    CANCEL(false, true, true),

    /** Gone from every list; the vendor gives back what was paid. The only ending of imported registrations, then asynchronous by some seconds and without a mail (DOC). */
    DELETE(true, true, false);

    private final boolean money;
    private final boolean access;
    private final boolean listed;

    Ending(boolean money, boolean access, boolean listed) {
        this.money = money;
        this.access = access;
        this.listed = listed;
    }

    /** Whether money that was paid goes back. */
    public boolean returnsMoney() {
        return money;
    }

    /** Whether the person no longer gets in. */
    public boolean removesAccess() {
        return access;
    }

    /** Whether the order stays among the orders. */
    public boolean staysListed() {
        return listed;
    }
}
