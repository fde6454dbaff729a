package dev.membersync.sync.policy;

/** What happens to a ticket whose member has another plan by now. One that changes the price is asked about in any case. */
public enum Exchanges {
    /** It is exchanged for the other type. The default. */
    MAKE,
    /** A person decides each of them. */
    ASK
}
