package dev.membersync.testkit;

import java.time.Duration;

/** What of {@link FakeAccelevents} is not documented, or differs. Every switch may be turned while the fake runs. Thread-safe. */
public final class AcceleventsSwitches {
    private volatile boolean ticketIdsInRows;
    private volatile boolean answersInRows;
    private volatile boolean uniqueHolderEmail;
    private volatile boolean unpaidOrdersListed = true;
    private volatile boolean newestFirst;
    private volatile boolean strictDropdowns;
    private volatile boolean answersAsPairs;
    private volatile String ticketTypesKey = "ticketTypes";
    private volatile String attendeesKey = "attendees";
    private volatile String ordersKey = "orders";
    private volatile int pageSizeMax;
    private volatile Duration searchLag = Duration.ZERO;
    private volatile Duration holdTimer = Duration.ofMinutes(10);

    AcceleventsSwitches() {}

    /** Whether attendee rows carry {@code eventTicketingId} and {@code orderId}; default false. */
    public AcceleventsSwitches exposeTicketIdsInAttendeeRows(boolean value) {
        ticketIdsInRows = value;
        return this;
    }

    /** Whether attendee rows carry the answers of the form; default false. */
    public AcceleventsSwitches exposeAnswersInAttendeeRows(boolean value) {
        answersInRows = value;
        return this;
    }

    /** Whether an event takes each holder e-mail once ({@code 4060098}); default false. */
    public AcceleventsSwitches uniqueHolderEmail(boolean value) {
        uniqueHolderEmail = value;
        return this;
    }

    /** Whether an order without payment step is listed, as {@code UNPAID} with an empty {@code attendee[]}; default true. */
    public AcceleventsSwitches unpaidOrdersListed(boolean value) {
        unpaidOrdersListed = value;
        return this;
    }

    /** Whether lists begin with the newest row, so that new rows move all pages; default false. */
    public AcceleventsSwitches newestFirst(boolean value) {
        newestFirst = value;
        return this;
    }

    /** Whether an answer to a dropdown must be one of its options; default false. */
    public AcceleventsSwitches strictDropdowns(boolean value) {
        strictDropdowns = value;
        return this;
    }

    /** Whether holder answers are read as {@code key}/{@code value} pairs rather than as fields with {@code name} and {@code value}; default false. */
    public AcceleventsSwitches answersAsPairs(boolean value) {
        answersAsPairs = value;
        return this;
    }

    /** The key of the ticket types in the staff settings: {@code ticketTypes} (default) or the misspelt {@code tickeTypes}. */
    public AcceleventsSwitches ticketTypesKey(String value) {
        ticketTypesKey = value;
        return this;
    }

    /** The key of the rows in the attendees list; default {@code attendees}. */
    public AcceleventsSwitches attendeesKey(String value) {
        attendeesKey = value;
        return this;
    }

    /** The key of the rows in the orders list; default {@code orders}. */
    public AcceleventsSwitches ordersKey(String value) {
        ordersKey = value;
        return this;
    }

    /** The largest page; a larger size is cut down to it in silence. Default 0, no maximum. */
    public AcceleventsSwitches pageSizeMax(int value) {
        pageSizeMax = value;
        return this;
    }

    /** How long a change stays invisible to searches ({@code searchString}, {@code searchTimeStamp}); default none. */
    public AcceleventsSwitches searchLag(Duration value) {
        searchLag = value;
        return this;
    }

    /** How long an order holds its places; default 10 minutes. Counts for new orders. */
    public AcceleventsSwitches holdTimer(Duration value) {
        holdTimer = value;
        return this;
    }

    boolean ticketIdsInRows() {
        return ticketIdsInRows;
    }

    boolean answersInRows() {
        return answersInRows;
    }

    boolean uniqueHolderEmail() {
        return uniqueHolderEmail;
    }

    boolean unpaidOrdersListed() {
        return unpaidOrdersListed;
    }

    boolean newestFirst() {
        return newestFirst;
    }

    boolean strictDropdowns() {
        return strictDropdowns;
    }

    boolean answersAsPairs() {
        return answersAsPairs;
    }

    String ticketTypesKey() {
        return ticketTypesKey;
    }

    String attendeesKey() {
        return attendeesKey;
    }

    String ordersKey() {
        return ordersKey;
    }

    int pageSizeMax() {
        return pageSizeMax;
    }

    Duration searchLag() {
        return searchLag;
    }

    Duration holdTimer() {
        return holdTimer;
    }
}
