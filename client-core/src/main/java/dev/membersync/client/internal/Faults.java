package dev.membersync.client.internal;

import dev.membersync.client.Operation;
import dev.membersync.client.auth.TokenStoreException;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.Problem;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.ThrottledException.Quota;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.RateSignal;
import dev.membersync.client.policy.RateState;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns replies into faults, and faults into exceptions. */
final class Faults {
    private Faults() {}

    /** What the vendor's reader makes of a reply; one that it cannot read is judged by its status. */
    static Optional<Fault> of(ApiClient client, Operation operation, Reply reply) {
        try {
            return client.replies.fault(operation, reply);
        } catch (RuntimeException e) {
            return reply.ok()
                    ? Optional.of(Fault.of(Fault.Kind.UNUSABLE, ""))
                    : Optional.of(ReplyReader.statusFault(reply, ""));
        }
    }

    /** What the reply says about rates; a failing server that asks to wait is no rate limit. */
    static RateSignal signal(ApiClient client, Reply reply, Optional<Fault> fault, Duration took) {
        RateSignal signal;
        try {
            signal = client.rates.read(reply).took(took);
        } catch (RuntimeException e) {
            signal = RateSignal.NONE;
        }
        return fault.isPresent() && fault.get().kind() == Fault.Kind.THROTTLED
                ? signal.refused(RetryAfter.of(reply.headers(), client.time.instant()))
                : signal;
    }

    static RuntimeException exception(ApiClient client, Fault fault, Reply reply, RateSignal signal) {
        Problem problem = problem(fault, reply);
        return switch (fault.kind()) {
            case AUTH -> new AuthException(problem, fault.reason(), null);
            case NOT_FOUND -> new NotFoundException(problem, null);
            case REJECTED -> new RejectedException(problem, null);
            case SERVER -> new ServerException(problem, RetryAfter.of(reply.headers(), client.time.instant()), null);
            case THROTTLED -> throttled(fault, problem, signal);
            case UNUSABLE -> new TransportException(problem, TransportException.Outcome.OUTCOME_UNKNOWN, null);
        };
    }

    static TransportException unreadable(Reply reply, RuntimeException thrown) {
        boolean told = thrown instanceof UnreadableException;
        String why =
                told ? String.valueOf(thrown.getMessage()) : thrown.getClass().getName();
        TransportException failure =
                TransportException.outcomeUnknown("no usable reply: " + why, told ? null : bare(thrown));
        return new TransportException(failure.problem().status(reply.status()), failure.outcome(), failure.getCause());
    }

    /**
     * Why a call has no token. The call itself was never sent, so what happened to the token's own request must not be
     * told as if it had happened to the call: not a missing record, not a refused one, not an unknown outcome.
     */
    static ApiException tokenless(Throwable failure) {
        if (failure instanceof AuthException || failure instanceof ThrottledException) {
            return (ApiException) failure;
        }
        if (failure instanceof TransportException || failure instanceof ServerException) {
            Problem problem = ((ApiException) failure).problem();
            return TransportException.notSent("no token could be had: " + problem.summary(), failure);
        }
        String remedy = failure instanceof TokenStoreException
                ? String.valueOf(failure.getMessage())
                : "check the credentials' configuration";
        return new AuthException(Problem.of("no token could be had, nothing was sent", remedy), failure);
    }

    static ThrottledException overBudget(ApiClient client, Duration delay) {
        RateState state = client.budget.state();
        Quota quota = state.dailyExhausted() ? Quota.DAILY : Quota.LOCAL;
        String summary = "the rate budget has no permit before "
                + client.time.instant().plus(delay) + ", which is after the deadline; nothing was sent";
        Problem problem = Problem.of(summary, "try again then, send less, or allow a longer deadline");
        return new ThrottledException(problem, quota, Optional.of(delay), null);
    }

    private static ThrottledException throttled(Fault fault, Problem problem, RateSignal signal) {
        boolean daily = fault.quota() == Quota.DAILY || signal.dailyRemaining().equals(OptionalInt.of(0));
        Optional<Duration> wait = daily && signal.dailyReset().isPresent() ? signal.dailyReset() : signal.retryAfter();
        return new ThrottledException(problem, daily ? Quota.DAILY : fault.quota(), wait, null);
    }

    private static Problem problem(Fault fault, Reply reply) {
        Words words = Words.of(fault.kind());
        return new Problem(
                "",
                OptionalInt.of(reply.status()),
                fault.code(),
                fault.traceId(),
                0,
                fault.summary().orElse(words.summary()),
                fault.message(),
                fault.fieldMessages(),
                fault.quoted(),
                fault.details(),
                fault.remedy().orElse(words.remedy()));
    }

    /** The place of a failure without its text: a NumberFormatException quotes what it could not read. */
    private static Throwable bare(RuntimeException thrown) {
        IllegalStateException bare = new IllegalStateException(thrown.getClass().getName());
        bare.setStackTrace(thrown.getStackTrace());
        return bare;
    }

    private record Words(String summary, String remedy) {
        static Words of(Fault.Kind kind) {
            return switch (kind) {
                case AUTH ->
                    new Words("the credentials were refused or lack a right", "check the key or token and its scopes");
                case NOT_FOUND -> new Words("not found", "check the id, the base URL and what the key may see");
                case REJECTED -> new Words("the request was refused", "correct what the service names");
                case THROTTLED -> new Words("the rate limit is used up", "send less, or try again later");
                case SERVER -> new Words("the service failed", "try again later; read back before repeating a write");
                case UNUSABLE ->
                    new Words("no usable reply, outcome unknown", "read the record back before a write is sent again");
            };
        }
    }
}
