package dev.membersync.testkit;

/** What of {@link FakeMemberships} can differ between deployments. Every switch may be turned while the fake runs. Thread-safe. */
public final class MembershipsSwitches {
    /** Which query parameters page the list. */
    public enum Paging {
        /** {@code page} and {@code limit}, by default 100 rows. */
        PAGE_AND_LIMIT,
        /** {@code limit} and {@code offset}, by default 100 rows from 0. */
        LIMIT_AND_OFFSET,
        /** The whole list every time; paging parameters are ignored. */
        NONE
    }

    /** What a list is wrapped in. */
    public enum ListEnvelope {
        /** A bare array. */
        BARE,
        /** Below {@code users}. */
        USERS,
        /** Below {@code data}. */
        DATA,
        /** Below {@code items}. */
        ITEMS,
        /** Below {@code results}. */
        RESULTS
    }

    /** What a single member is wrapped in. */
    public enum ItemEnvelope {
        /** A bare object. */
        BARE,
        /** Below {@code user}. */
        USER,
        /** Below {@code data}. */
        DATA
    }

    private volatile Paging paging = Paging.PAGE_AND_LIMIT;
    private volatile ListEnvelope listEnvelope = ListEnvelope.USERS;
    private volatile ItemEnvelope itemEnvelope = ItemEnvelope.BARE;
    private volatile boolean zeroBasedPages;
    private volatile boolean total;
    private volatile boolean conflictOnRepeatedPayment;
    private volatile boolean changesPayments;
    private volatile int pageSizeMax;

    MembershipsSwitches() {}

    /** How lists are paged; default page and limit. */
    public MembershipsSwitches paging(Paging value) {
        paging = value;
        return this;
    }

    /** What lists are wrapped in; default {@code users}. */
    public MembershipsSwitches listEnvelope(ListEnvelope value) {
        listEnvelope = value;
        return this;
    }

    /** What a single member is wrapped in; default nothing. */
    public MembershipsSwitches itemEnvelope(ItemEnvelope value) {
        itemEnvelope = value;
        return this;
    }

    /** Whether the first page is 0; default false, the first page is 1. */
    public MembershipsSwitches zeroBasedPages(boolean value) {
        zeroBasedPages = value;
        return this;
    }

    /** Whether a wrapped list names its {@code total}; default false. */
    public MembershipsSwitches total(boolean value) {
        total = value;
        return this;
    }

    /** Whether the same payment again is a 409; default false, it gets the same answer. */
    public MembershipsSwitches conflictOnRepeatedPayment(boolean value) {
        conflictOnRepeatedPayment = value;
        return this;
    }

    /** Whether a known payment takes another amount or status; default false, that is a 409. Another member is always a 409. */
    public MembershipsSwitches changesPayments(boolean value) {
        changesPayments = value;
        return this;
    }

    /** The largest page size; more is a 422, not a clamp. Default 0, no maximum. */
    public MembershipsSwitches pageSizeMax(int value) {
        pageSizeMax = value;
        return this;
    }

    Paging paging() {
        return paging;
    }

    ListEnvelope listEnvelope() {
        return listEnvelope;
    }

    ItemEnvelope itemEnvelope() {
        return itemEnvelope;
    }

    boolean zeroBasedPages() {
        return zeroBasedPages;
    }

    boolean total() {
        return total;
    }

    boolean conflictOnRepeatedPayment() {
        return conflictOnRepeatedPayment;
    }

    boolean changesPayments() {
        return changesPayments;
    }

    int pageSizeMax() {
        return pageSizeMax;
    }
}
