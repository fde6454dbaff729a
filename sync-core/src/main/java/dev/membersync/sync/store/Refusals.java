package dev.membersync.sync.store;

/** What every store refuses, in the same words. */
final class Refusals {
    /** The fact that holds the version of the schema. */
    static final String SCHEMA_FACT = "store.schema";

    private Refusals() {}

    static StoreException.Stale memberIsLinked(Link link) {
        return new StoreException.Stale("member " + link.userId() + " has a link already");
    }

    static StoreException.Stale ticketIsLinked(Link link) {
        return new StoreException.Stale(
                "ticket row " + link.ticketRow() + " has a link already; it was meant for member " + link.userId());
    }

    static StoreException.Stale ticketIsGone(Link link) {
        return new StoreException.Stale("ticket row " + link.ticketRow()
                + " does not exist (any more); it was meant for member " + link.userId());
    }

    static StoreException.Stale linkHasMoved(Link link) {
        return new StoreException.Stale(
                "the link of member " + link.userId() + " is not at version " + link.version() + " any more");
    }

    static StoreException.Stale intentIsGone(Intent intent) {
        return new StoreException.Stale("member " + intent.userId() + " has no open create (any more)");
    }

    static StoreException.Stale keyIsBusy(Intent intent) {
        return new StoreException.Stale(
                "another open create has the match key that was meant for member " + intent.userId());
    }

    static StoreException createsNeedTheirKey(long open) {
        return new StoreException(
                open + " creates are under way that are found again by the old key alone; let a run with"
                        + " that key settle them first");
    }

    static void checkFactName(String name) {
        if (name.startsWith(SCHEMA_FACT)) {
            throw new IllegalArgumentException("the fact " + name + " belongs to the store");
        }
    }
}
