package dev.membersync.client.testing;

import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.http.Transport;
import dev.membersync.client.time.Deadline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A transport without a network: answers from a queue, or with a function, and remembers what it was asked. Thread-safe.
 */
public final class ScriptedTransport implements Transport {
    private final Function<Request, Reply> fallback;
    private final ArrayDeque<Function<Request, CompletableFuture<Reply>>> script = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();

    private ScriptedTransport(Function<Request, Reply> fallback) {
        this.fallback = fallback;
    }

    /** A transport that answers what is queued, in order, and fails the test with a clear message after that. */
    public static ScriptedTransport create() {
        return answering(request -> {
            throw new AssertionError("no reply is scripted for " + request.method() + " "
                    + request.uri().getRawPath());
        });
    }

    /** A transport that answers with a function once its queue is empty. */
    public static ScriptedTransport answering(Function<Request, Reply> answer) {
        return new ScriptedTransport(answer);
    }

    /** Queues a reply. */
    public ScriptedTransport reply(int status, String body) {
        return reply(Reply.of(status, body));
    }

    /** Queues a reply. */
    public ScriptedTransport reply(Reply reply) {
        return then(request -> CompletableFuture.completedFuture(reply));
    }

    /** Queues a failure, such as {@link TransportException#notSent}. */
    public ScriptedTransport fail(RuntimeException failure) {
        return then(request -> CompletableFuture.failedFuture(failure));
    }

    /** Queues a request whose reply comes when the future completes; only asynchronous calls can wait for it. */
    public ScriptedTransport pending(CompletableFuture<Reply> reply) {
        return then(request -> reply);
    }

    /** All requests so far, in order. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        CompletableFuture<Reply> reply = sendAsync(request, deadline);
        if (!reply.isDone()) {
            throw TransportException.outcomeUnknown("the scripted reply is pending", null);
        }
        try {
            return reply.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    @Override
    public CompletableFuture<Reply> sendAsync(Request request, Deadline deadline) {
        return next(request).apply(request);
    }

    private synchronized Function<Request, CompletableFuture<Reply>> next(Request request) {
        requests.add(request);
        return script.isEmpty() ? asked -> CompletableFuture.completedFuture(fallback.apply(asked)) : script.remove();
    }

    private synchronized ScriptedTransport then(Function<Request, CompletableFuture<Reply>> step) {
        script.add(step);
        return this;
    }
}
