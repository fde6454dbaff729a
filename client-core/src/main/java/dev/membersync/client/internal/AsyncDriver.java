package dev.membersync.client.internal;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.time.Cancellable;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works an exchange off without blocking and without a thread of its own. It is the future that the caller holds, so
 * cancelling reaches whatever is under way, and whatever is thrown on the way completes it.
 */
final class AsyncDriver<T> extends CompletableFuture<T> {
    private static final Cancellable NOTHING = () -> {};

    private final ApiClient client;
    private final Exchange<T> exchange;
    private Cancellable underWay = NOTHING;

    AsyncDriver(ApiClient client, Exchange<T> exchange) {
        this.client = client;
        this.exchange = exchange;
    }

    CompletableFuture<T> start() {
        drive(exchange::resumed);
        return this;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            Cancellable stopping;
            synchronized (this) {
                stopping = underWay;
            }
            stopping.cancel();
            exchange.returnPermit();
        }
        return cancelled;
    }

    /** A loop while answers are there at once: recursion would overflow on a transport that answers inline. */
    private void drive(Supplier<Step<T>> first) {
        try {
            @Nullable Step<T> step = isDone() ? null : first.get();
            while (step != null && !isDone()) {
                step = advance(step);
            }
        } catch (Throwable e) {
            exchange.returnPermit();
            completeExceptionally(e);
        }
    }

    /** Does the step; the next one when it is known already, null when it comes later or never. */
    private @Nullable Step<T> advance(Step<T> step) {
        if (step instanceof Step.Return<T> done) {
            complete(done.value());
            return null;
        }
        if (step instanceof Step.Throw<T> failed) {
            completeExceptionally(failed.failure());
            return null;
        }
        if (step instanceof Step.Pause<T> pause) {
            return pause(pause.delay());
        }
        if (step instanceof Step.Authorize<T> authorize) {
            return authorize(authorize.token());
        }
        return send((Step.Send<T>) step);
    }

    private @Nullable Step<T> pause(Duration delay) {
        if (delay.isZero()) {
            return exchange.resumed();
        }
        // Armed under the lock: else a timer that fires at once could be overtaken by this assignment.
        synchronized (this) {
            underWay = client.time.after(delay, () -> drive(exchange::resumed));
        }
        stopIfDone();
        return null;
    }

    private @Nullable Step<T> send(Step.Send<T> send) {
        CompletableFuture<Reply> reply;
        try {
            reply = client.transport.sendAsync(send.request(), exchange.deadline());
        } catch (RuntimeException e) {
            return exchange.failed(e);
        }
        if (reply.isDone()) {
            return arrived(reply);
        }
        arm(() -> reply.cancel(true));
        var unused = reply.whenComplete((value, failure) -> drive(() -> arrived(reply)));
        stopIfDone();
        return null;
    }

    private Step<T> arrived(CompletableFuture<Reply> reply) {
        Reply value;
        try {
            value = reply.join();
        } catch (CompletionException e) {
            return exchange.failed(e.getCause() instanceof RuntimeException failure ? failure : e);
        } catch (CancellationException e) {
            return exchange.failed(TransportException.outcomeUnknown("the transport cancelled the request", null));
        }
        return exchange.replied(value);
    }

    private @Nullable Step<T> authorize(CompletableFuture<AccessToken> token) {
        if (token.isDone()) {
            return authorized(token, false);
        }
        // A copy, because the token may be on its way for other calls too: only our waiting ends.
        CompletableFuture<AccessToken> own = token.copy();
        Duration left = exchange.deadline().left(client.time);
        Cancellable timer = client.time.after(
                left,
                () -> own.completeExceptionally(TransportException.notSent("no token before the deadline", null)));
        arm(() -> {
            timer.cancel();
            own.cancel(false);
        });
        var unused = own.whenComplete((value, failure) -> {
            timer.cancel();
            drive(() -> authorized(own, true));
        });
        stopIfDone();
        return null;
    }

    private Step<T> authorized(CompletableFuture<AccessToken> token, boolean waited) {
        AccessToken value;
        try {
            value = token.join();
        } catch (CompletionException e) {
            return exchange.unauthorized(e.getCause() == null ? e : e.getCause());
        } catch (CancellationException e) {
            return exchange.unauthorized(e);
        }
        return exchange.authorized(value, waited);
    }

    private synchronized void arm(Cancellable cancellable) {
        underWay = cancellable;
    }

    private void stopIfDone() {
        if (isDone() && isCancelled()) {
            Cancellable stopping;
            synchronized (this) {
                stopping = underWay;
            }
            stopping.cancel();
        }
    }
}
