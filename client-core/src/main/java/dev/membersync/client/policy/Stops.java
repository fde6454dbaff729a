package dev.membersync.client.policy;

/** Holds the one stop decision; an interface field would be public. */
final class Stops {
    static final Decision STOP = new Decision.Stop();

    private Stops() {}
}
