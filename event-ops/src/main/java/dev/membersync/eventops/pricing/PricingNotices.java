package dev.membersync.eventops.pricing;

/** Where people are told. */
@FunctionalInterface
public interface PricingNotices {
    /**
     * Something to tell.
     *
     * @param event the address of the event
     * @param about what it is about: {@code NOTICE}, {@code PROPOSAL}, {@code WAITING} or {@code INCIDENT}
     * @param key names it; one that comes twice with one key and text is the same
     * @param text for people
     */
    record Notice(String event, String about, String key, String text) {}

    /** Tells it; one that throws is told again in the next run. */
    void tell(Notice notice);
}
