package dev.membersync.examples.camelpeer;

/** How the peer is written; {@link CamelPeer} says what differs. */
enum Setting {
    /** The idempotent consumer as it is by default: its key, the userId, is added before the work. */
    DOCUMENTED,
    /** The same with {@code eager(false)}: the key is added after the work. */
    LAZY,
    /** What somebody writes who knows Camel well and this service a little. */
    CAREFUL;

    boolean eager() {
        return this != LAZY;
    }
}
