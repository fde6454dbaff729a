package dev.membersync.client.internal;

import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.RateSignal;

/** Reads a vendor's rate headers; 429 and Retry-After are read by the client itself. */
@FunctionalInterface
public interface RateReader {
    /** What the reply says; {@link RateSignal#NONE} when it says nothing. */
    RateSignal read(Reply reply);

    /** For a vendor without such headers. */
    static RateReader none() {
        return reply -> RateSignal.NONE;
    }
}
