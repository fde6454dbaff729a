package dev.membersync.testkit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What of {@link FakeAccelevents} is not documented, or differs. Every switch may be turned while the fake runs. Thread-safe. */
public final class AcceleventsSwitches {
    private static final Set<AcceleventsQuirk> NOT_OF_REPLIES =
            EnumSet.of(AcceleventsQuirk.DISCOUNTS_BY_CODE, AcceleventsQuirk.REFUNDED_QUANTITY_CANCELS);

    private final Set<AcceleventsQuirk> quirks = ConcurrentHashMap.newKeySet();
    private volatile boolean ticketIdsInRows;
    private volatile boolean answersInRows;
    private volatile boolean uniqueHolderEmail;
    private volatile boolean unpaidOrdersListed = true;
    private volatile boolean newestFirst;
    private volatile boolean strictDropdowns;
    private volatile boolean strictAnswers;
    private volatile boolean answersAsPairs;
    private volatile String ticketTypesKey = "ticketTypes";
    private volatile String attendeesKey = "attendees";
    private volatile String ordersKey = "orders";
    private volatile String holderTypeKey = "tickettypeid";
    private volatile String pairKey = "key";
    private volatile String authentication = "";
    private volatile boolean priceChecked = true;
    private volatile int pageSizeMax;
    private volatile Duration searchLag = Duration.ZERO;
    private volatile Duration holdTimer = Duration.ofMinutes(10);
    private volatile Duration deleteDelay = Duration.ZERO;

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

    /**
     * Whether the payment step refuses answers that are not written as the type of their field wants them (LIVE), and answers to nested questions that nothing revealed; default
     * false. Which codes the service has for that is not documented.
     */
    public AcceleventsSwitches strictAnswers(boolean value) {
        strictAnswers = value;
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

    /** The key of the rows in the attendees list; default {@code attendees}. Empty for a bare array, which has no totals. */
    public AcceleventsSwitches attendeesKey(String value) {
        attendeesKey = value;
        return this;
    }

    /** The key of the rows in lists of orders; default {@code orders}. Empty for a bare array, which has no totals. */
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

    /** How the payment body must spell a holder's ticket type: {@code tickettypeid} (default, OLD), {@code ticketTypeId} (3RD), or empty for either. */
    public AcceleventsSwitches holderTypeKey(String value) {
        holderTypeKey = value;
        return this;
    }

    /** How answers that are sent must spell the name of a field: {@code key} (default, OLD), {@code name} (3RD), or empty for either. */
    public AcceleventsSwitches pairKey(String value) {
        pairKey = value;
        return this;
    }

    /**
     * The one credential that works: {@code Key} for that header, {@code Authorization} for the raw key in it, {@code Bearer} for the key as Bearer token. Default empty, as
     * observed: {@code Key} everywhere, Bearer for GET only.
     */
    public AcceleventsSwitches authentication(String value) {
        authentication = value;
        return this;
    }

    /** Whether an order's unit price must be the price of the type; default true. No vendor code is documented for it. Donations take any price. */
    public AcceleventsSwitches priceChecked(boolean value) {
        priceChecked = value;
        return this;
    }

    /** How long after its acknowledgement a deletion happens; default at once. The vendor speaks of some seconds (DOC). */
    public AcceleventsSwitches deleteDelay(Duration value) {
        deleteDelay = value;
        return this;
    }

    /** Turns one quirk on or off; all are off by default. */
    public AcceleventsSwitches turn(AcceleventsQuirk quirk, boolean on) {
        if (on) {
            quirks.add(quirk);
        } else {
            quirks.remove(quirk);
        }
        return this;
    }

    /**
     * Turns everything about replies that a client must bear without a setting to its other side: the attendees come under {@code data}, the orders as a bare array, the
     * ticket types under {@code tickeTypes}, answers as pairs, and every quirk of replies is on. Of two quirks that hide each other this takes {@link
     * AcceleventsQuirk#CAPITAL_ACKNOWLEDGEMENTS}, {@link AcceleventsQuirk#CODES_UNDER_400} and {@link AcceleventsQuirk#TOTALS_LEFT_OUT}.
     */
    public AcceleventsSwitches strange() {
        return strangeBut(Set.of(
                        AcceleventsQuirk.EMPTY_ACKNOWLEDGEMENTS,
                        AcceleventsQuirk.REFUSALS_UNDER_200,
                        AcceleventsQuirk.TOTAL_ELEMENTS))
                .attendeesKey("data")
                .ordersKey("");
    }

    /**
     * As {@link #strange}, with the other of two quirks that hide each other, {@link AcceleventsQuirk#EMPTY_ACKNOWLEDGEMENTS}, {@link
     * AcceleventsQuirk#REFUSALS_UNDER_200} and {@link AcceleventsQuirk#TOTAL_ELEMENTS}, and with the attendees as a bare array and the orders under {@code data}.
     */
    public AcceleventsSwitches stranger() {
        return strangeBut(Set.of(
                        AcceleventsQuirk.CAPITAL_ACKNOWLEDGEMENTS,
                        AcceleventsQuirk.CODES_UNDER_400,
                        AcceleventsQuirk.TOTALS_LEFT_OUT))
                .attendeesKey("")
                .ordersKey("data");
    }

    private AcceleventsSwitches strangeBut(Set<AcceleventsQuirk> hidden) {
        for (AcceleventsQuirk quirk : AcceleventsQuirk.values()) {
            turn(quirk, !hidden.contains(quirk) && !NOT_OF_REPLIES.contains(quirk));
        }
        return ticketTypesKey("tickeTypes").answersAsPairs(true);
    }

    boolean has(AcceleventsQuirk quirk) {
        return quirks.contains(quirk);
    }

    /** Whether no quirk is on. */
    boolean plain() {
        return quirks.isEmpty();
    }

    String holderTypeKey() {
        return holderTypeKey;
    }

    String pairKey() {
        return pairKey;
    }

    String authentication() {
        return authentication;
    }

    boolean priceChecked() {
        return priceChecked;
    }

    Duration deleteDelay() {
        return deleteDelay;
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

    boolean strictAnswers() {
        return strictAnswers;
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
