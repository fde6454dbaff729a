package dev.membersync.client.internal;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Works an exchange off on the calling thread; it never touches the asynchronous path, which costs several times more. */
final class BlockingDriver<T> {
    private final ApiClient client;
    private final Exchange<T> exchange;

    BlockingDriver(ApiClient client, Exchange<T> exchange) {
        this.client = client;
        this.exchange = exchange;
    }

    T run() {
        Step<T> step = exchange.resumed();
        while (true) {
            if (step instanceof Step.Return<T> done) {
                return done.value();
            }
            if (step instanceof Step.Throw<T> failed) {
                throw failed.failure();
            }
            step = advance(step);
        }
    }

    private Step<T> advance(Step<T> step) {
        if (step instanceof Step.Authorize<T> authorize) {
            return authorize(authorize.token());
        }
        boolean sending = step instanceof Step.Send<T>;
        if (Thread.currentThread().isInterrupted()) {
            throw exchange.interrupted(false);
        }
        try {
            if (step instanceof Step.Send<T> send) {
                return send(send);
            }
            if (step instanceof Step.Pause<T> pause) {
                client.time.sleep(pause.delay());
            }
            return exchange.resumed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw exchange.interrupted(sending);
        }
    }

    private Step<T> send(Step.Send<T> send) throws InterruptedException {
        Reply reply;
        try {
            reply = client.transport.send(send.request(), exchange.deadline());
        } catch (RuntimeException e) {
            return exchange.failed(e);
        }
        return exchange.replied(reply);
    }

    private Step<T> authorize(CompletableFuture<AccessToken> token) {
        boolean waits = !token.isDone();
        try {
            long left = Math.max(0, exchange.deadline().leftNanos(client.time));
            return exchange.authorized(token.get(left, TimeUnit.NANOSECONDS), waits);
        } catch (ExecutionException e) {
            return exchange.unauthorized(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return exchange.unauthorized(TransportException.notSent("no token before the deadline", null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw exchange.interrupted(false);
        }
    }
}
