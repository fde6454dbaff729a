package dev.membersync.client.auth;

import dev.membersync.client.time.Time;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What a {@link Flight} needs to know.
 *
 * @param store where grants rest
 * @param key under which
 * @param renewal how to get the next one
 * @param time for waits and instants
 * @param executor what store and renewal are used on
 * @param grace for how long the vendor answers a repeated renewal with the same pair
 * @param limit for one answer of the vendor
 */
record RenewalSettings(
        TokenStore store, String key, Renewal renewal, Time time, Executor executor, Duration grace, Duration limit) {
    /** For how long a lease is needed: two requests and the saving of their answer. */
    Duration hold() {
        return limit.multipliedBy(3);
    }
}
