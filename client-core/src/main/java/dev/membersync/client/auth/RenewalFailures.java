package dev.membersync.client.auth;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.Problem;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.error.TransportException.Outcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What the failure of a renewal means. */
final class RenewalFailures {
    private static final Set<Reason> SAYS_MORE =
            EnumSet.of(Reason.SCOPE_MISSING, Reason.FORBIDDEN, Reason.CLIENT_REFUSED);

    private RenewalFailures() {}

    static RuntimeException of(@Nullable Throwable thrown) {
        Throwable failure = thrown;
        while (failure instanceof CompletionException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        if (failure instanceof CancellationException) {
            return TransportException.outcomeUnknown("the renewal was not answered in time", null);
        }
        return failure instanceof RuntimeException known
                ? known
                : new IllegalStateException("the renewal gave neither a grant nor a reason", failure);
    }

    /** Whether the vendor may have spent the refresh token; a failure of an unknown kind counts as one. */
    static boolean unknown(RuntimeException failure) {
        return failure instanceof TransportException transport
                ? transport.outcome() == Outcome.OUTCOME_UNKNOWN
                : !refusal(failure) && !(failure instanceof ThrottledException);
    }

    /** Whether asking again at once would only be refused again. */
    static boolean lasting(RuntimeException failure) {
        return refusal(failure) || failure instanceof ThrottledException;
    }

    /** The failure as those who wait are told of it; what no vendor answered, or what says more, is told as it is. */
    static RuntimeException told(RuntimeException failure, Optional<Instant> lostSince) {
        if (!(failure instanceof ApiException refused)
                || !refusal(failure)
                || refused.problem().status().isEmpty()
                || rightMissing(failure)) {
            return failure;
        }
        String lost = lostSince
                .map(since -> "; the answer to an earlier renewal, begun at " + since
                        + ", was lost, and the time in which it could be asked for again has passed")
                .orElse("");
        boolean credentials = failure instanceof AuthException;
        Problem was = refused.problem();
        Problem problem = new Problem(
                was.operation(),
                was.status(),
                was.code(),
                was.traceId(),
                was.attempts(),
                "the vendor refused to renew the token" + lost,
                was.vendorMessage(),
                was.fieldMessages(),
                was.quoted(),
                was.details(),
                credentials
                        ? "check client id and secret, then connect the account again: a person has to authorise the"
                                + " application"
                        : "check the address and the settings of the token endpoint: " + was.remedy());
        return new AuthException(problem, credentials ? Reason.RECONNECT_NEEDED : Reason.REFUSED, failure);
    }

    static TokenStoreException unsaved(String key, RuntimeException cause) {
        return new TokenStoreException(
                "the token of " + key
                        + " was renewed but could not be saved, so it is not used; it is held in memory and"
                        + " saved with the next call. Do not stop this process before that, the old refresh token may be"
                        + " spent. Repair the store first: " + cause.getMessage(),
                cause);
    }

    private static boolean rightMissing(RuntimeException failure) {
        return failure instanceof AuthException refused && SAYS_MORE.contains(refused.reason());
    }

    private static boolean refusal(RuntimeException failure) {
        return failure instanceof AuthException
                || failure instanceof RejectedException
                || failure instanceof NotFoundException;
    }
}
