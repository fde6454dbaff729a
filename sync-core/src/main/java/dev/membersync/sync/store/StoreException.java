package dev.membersync.sync.store;

/** The store failed, or refused. Nothing of the transaction remains. The message says what to do. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with this message. */
    public StoreException(String message) {
        super(message);
    }

    /** A failure with this message and cause. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A row was changed by somebody else since it was read; decide again from what is there now. */
    public static final class Stale extends StoreException {
        private static final long serialVersionUID = 1L;

        /** A conflict on this row. */
        public Stale(String message) {
            super(message);
        }
    }

    /** The store came back with contents that may be older than what was read from it; begin again from what is there. */
    public static final class Older extends StoreException {
        private static final long serialVersionUID = 1L;

        /** A store that came back so. */
        public Older(String message) {
            super(message);
        }
    }

    /** The store belongs to another process, or to another part of this one; the message names the owner. */
    public static final class Owned extends StoreException {
        private static final long serialVersionUID = 1L;

        /** A store with another owner. */
        public Owned(String message) {
            super(message);
        }
    }

    /** The store belongs to other accounts; the message names both and says what to do. */
    public static final class OtherAccount extends StoreException {
        private static final long serialVersionUID = 1L;

        /** A store of these other accounts. */
        public OtherAccount(String message) {
            super(message);
        }
    }

    /** The database may lose commits that it has acknowledged; the message says what to set. */
    public static final class NotDurable extends StoreException {
        private static final long serialVersionUID = 1L;

        /** A database with this setting. */
        public NotDurable(String message) {
            super(message);
        }
    }
}
