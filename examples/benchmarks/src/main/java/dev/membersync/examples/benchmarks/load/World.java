package dev.membersync.examples.benchmarks.load;

import java.nio.file.Path;

/**
 * What a subject is told about the world that it works in.
 *
 * @param folder its own, for what it has to leave on disk
 * @param memberships where the Memberships API is, and its key
 * @param accelevents where Accelevents is, and its key
 * @param event the event url
 * @param database a JDBC url
 * @param limit what both services allow
 * @param workers how many records it may work on at once
 * @param mode what it does
 * @param task what it keeps in step
 * @param hookSecret what hooks are signed with
 */
record World(
        Path folder,
        Service memberships,
        Service accelevents,
        String event,
        String database,
        Limit limit,
        int workers,
        Mode mode,
        Task task,
        String hookSecret) {

    /**
     * A service.
     *
     * @param url its origin
     * @param key the key that works
     */
    record Service(String url, String key) {}

    /** How long a subject works. */
    enum Mode {
        /** Until everything is in step; then it ends. */
        ONCE,
        /** Until its standard input closes. */
        LIVE
    }

    /** What is kept in step. */
    enum Task {
        /** Members become attendees. */
        MEMBERS,
        /** The same with contacts, and names flow back. */
        BOTH_WAYS,
        /** What was paid at the event is told to the members' side. */
        PAYMENTS
    }
}
