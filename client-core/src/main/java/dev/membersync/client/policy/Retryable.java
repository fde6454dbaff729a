package dev.membersync.client.policy;

import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.ThrottledException.Quota;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.error.TransportException.Outcome;

/** Whether repeating can help and cannot hurt. */
final class Retryable {
    private Retryable() {}

    static boolean test(Attempt attempt) {
        RuntimeException failure = attempt.failure();
        if (failure instanceof ThrottledException throttled) {
            return throttled.quota() == Quota.BURST;
        }
        if (failure instanceof TransportException transport) {
            return transport.outcome() == Outcome.NOT_SENT || attempt.safety() != Safety.ONCE_ONLY;
        }
        return failure instanceof ServerException && attempt.safety() != Safety.ONCE_ONLY;
    }
}
