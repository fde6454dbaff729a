package dev.membersync.client.internal;

import dev.membersync.client.Operation;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.error.TransportException.Outcome;
import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.Attempt;
import dev.membersync.client.policy.Decision;
import dev.membersync.client.policy.RateBudget.Turn;
import dev.membersync.client.policy.RateSignal;
import dev.membersync.client.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way, as a state machine without threads: the blocking and the async driver ask the same object what to
 * do. Order: deadline, retry, rate budget, token, log, transport. Used by one thread at a time.
 */
final class Exchange<T> {
    private final ApiClient client;
    private final Prepared prepared;
    private final Function<Reply, T> reader;
    private final RequestOptions options;
    private final Optional<TokenProvider> tokens;
    private final Deadline deadline;
    private final long began;
    private Optional<AccessToken> token = Optional.empty();
    private Optional<AccessToken> rejected = Optional.empty();
    private boolean permitHeld;
    private boolean tokenAwaited;
    private boolean replayed;
    private boolean mayHaveArrived;
    private int attempts;
    private int tries;
    private long sentAt;

    Exchange(ApiClient client, Prepared prepared, Function<Reply, T> reader, RequestOptions options) {
        this.client = client;
        this.prepared = prepared;
        this.reader = reader;
        this.options = options;
        this.tokens = options.credentials().isPresent() ? options.credentials() : client.tokens;
        this.began = client.time.nanos();
        this.deadline =
                new Deadline(began + options.deadline().orElse(client.deadline).toNanos());
    }

    Deadline deadline() {
        return deadline;
    }

    /** Begins, and goes on after a pause. */
    Step<T> resumed() {
        return permitHeld ? authorize() : permit();
    }

    private Step<T> permit() {
        long left = deadline.leftNanos(client.time);
        if (left <= 0) {
            return giveUp(TransportException.notSent("the deadline passed while waiting", null));
        }
        Turn turn;
        try {
            turn = client.budget.turn(options.lane());
        } catch (TransportException unreachable) {
            return decide(unreachable);
        }
        permitHeld = turn.granted();
        long delay = turn.delay().toNanos();
        if (permitHeld && delay <= 0) {
            return authorize();
        }
        if (delay >= left) {
            returnPermit();
            return giveUp(Faults.overBudget(client, turn.delay()));
        }
        client.listener.waiting(operation(), turn.delay());
        return new Step.Pause<>(turn.delay());
    }

    private Step<T> authorize() {
        if (tokens.isEmpty()) {
            return send();
        }
        CompletableFuture<AccessToken> asked = tokens.get().token(rejected);
        return new Step.Authorize<>(asked);
    }

    /** The token is there; when it had to be waited for, the permit has aged and another one is paid. */
    Step<T> authorized(AccessToken token, boolean waited) {
        this.token = Optional.of(token);
        if (waited && !tokenAwaited) {
            tokenAwaited = true;
            returnPermit();
            return permit();
        }
        return send();
    }

    /** No token came. */
    Step<T> unauthorized(Throwable failure) {
        returnPermit();
        return giveUp(Faults.tokenless(failure));
    }

    private Step<T> send() {
        attempts++;
        sentAt = client.time.nanos();
        try {
            return new Step.Send<>(Requests.of(client, prepared, options, token));
        } catch (RuntimeException e) {
            returnPermit();
            throw e;
        }
    }

    /** A reply came, of whatever status. */
    Step<T> replied(Reply reply) {
        permitHeld = false;
        Optional<Fault> fault = Faults.of(client, operation(), reply).map(told -> told.reworded(hidden()::in));
        Duration took = Duration.ofNanos(client.time.nanos() - sentAt);
        RateSignal signal = Faults.signal(client, reply, fault, took);
        client.budget.learn(signal);
        client.log.attempt(prepared, attempts, reply, null);
        client.listener.attempted(operation(), attempts, OptionalInt.of(reply.status()), reply.took());
        if (fault.isEmpty()) {
            return read(reply);
        }
        if (fault.get().tokenRejected() && !replayed && token.isPresent() && tokens.isPresent()) {
            if (tokens.get().refreshable()) {
                replayed = true;
                rejected = token;
                tokenAwaited = false;
                return permit();
            }
        }
        return decide(Faults.exception(client, fault.get(), reply, signal));
    }

    /** No usable reply came. */
    Step<T> failed(RuntimeException failure) {
        returnPermit();
        client.log.attempt(prepared, attempts, null, failure);
        Duration took = Duration.ofNanos(client.time.nanos() - sentAt);
        client.listener.attempted(operation(), attempts, OptionalInt.empty(), took);
        return decide(failure);
    }

    /** The thread was interrupted, in a wait or while a request was under way. */
    TransportException interrupted(boolean sending) {
        returnPermit();
        String what = sending ? "interrupted while waiting for the reply" : "interrupted while waiting to send";
        TransportException failure =
                sending ? TransportException.outcomeUnknown(what, null) : TransportException.notSent(what, null);
        return (TransportException) ended(failure);
    }

    /** Tells the budget of a permit that brought no news. */
    void returnPermit() {
        if (permitHeld) {
            permitHeld = false;
            client.budget.learn(RateSignal.NONE);
        }
    }

    private Step<T> read(Reply reply) {
        T value;
        try {
            value = reader.apply(reply);
        } catch (RuntimeException e) {
            return decide(Faults.unreadable(reply, e));
        }
        client.listener.done(operation(), attempts, Optional.empty());
        return new Step.Return<>(value);
    }

    private Step<T> decide(RuntimeException failure) {
        mayHaveArrived |= failure instanceof ServerException
                || (failure instanceof TransportException lost && lost.outcome() == Outcome.OUTCOME_UNKNOWN);
        tries++;
        Duration left = deadline.left(client.time);
        Duration elapsed = Duration.ofNanos(client.time.nanos() - began);
        Attempt attempt = new Attempt(tries, operation().safety(), failure, elapsed, left);
        if (client.retry.next(attempt) instanceof Decision.RetryAfter retry
                && retry.delay().compareTo(left) < 0) {
            client.listener.retrying(operation(), attempts, retry.delay(), failure);
            return new Step.Pause<>(retry.delay());
        }
        return giveUp(failure);
    }

    private Step<T> giveUp(RuntimeException failure) {
        return new Step.Throw<>(ended(failure));
    }

    private RuntimeException ended(RuntimeException failure) {
        RuntimeException told = failure instanceof ApiException known ? honest(known) : failure;
        client.log.givingUp(told);
        client.listener.done(operation(), attempts, Optional.of(told));
        return told;
    }

    /** "Not sent" is a claim about the whole call, so it falls when an earlier try may have arrived. */
    private ApiException honest(ApiException failure) {
        @Nullable Throwable cause = failure.getCause();
        if (mayHaveArrived && failure instanceof TransportException last && last.outcome() == Outcome.NOT_SENT) {
            return TransportException.outcomeUnknown(
                            "an earlier attempt may have arrived; the last: "
                                    + last.problem().summary(),
                            cause)
                    .at(operation().id(), attempts);
        }
        return failure.at(operation().id(), attempts);
    }

    private Hidden hidden() {
        return Hidden.of(Stream.concat(token.map(AccessToken::value).stream(), prepared.secrets().stream())
                .toList());
    }

    private Operation operation() {
        return prepared.operation();
    }
}
