package dev.membersync.memberships.webhook;

/** What an event is about. */
enum EventKind {
    USER,
    CONTACT,
    ORDER,
    INVOICE,
    PRODUCT,
    PRICE,
    LOCATION,
    NOTE,
    TASK,
    APP,
    OTHER
}
