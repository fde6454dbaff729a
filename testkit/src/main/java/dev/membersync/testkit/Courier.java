package dev.membersync.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Carries webhooks to their receiver: once, twice, out of order, not at all, and again after a failure. Always through the scheduler, so that nobody is called while the
 * fake is locked. Thread-safe.
 */
final class Courier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Made at the first post: a client has threads, and most fakes post nothing. */
    private static final class Http {
        static final HttpClient CLIENT = HttpClient.newHttpClient();
    }

    private final Switchboard board;
    private final SplittableRandom random;
    private final List<FakeDelivery> deliveries = new ArrayList<>();
    private @Nullable Function<FakeDelivery, CompletableFuture<Integer>> receiver;
    private @Nullable FakeDelivery held;
    private WebhookRetry retry;
    private boolean duplicated;
    private boolean reordered;
    private int losing;
    private long sent;

    Courier(Switchboard board, WebhookRetry retry, long seed) {
        this.board = board;
        this.retry = retry;
        this.random = new SplittableRandom(seed);
    }

    /** A receiver in the process; one that throws counts as one that did not answer. */
    synchronized void deliverTo(ToIntFunction<FakeDelivery> sink) {
        receiver = delivery -> {
            try {
                return CompletableFuture.completedFuture(sink.applyAsInt(delivery));
            } catch (RuntimeException failed) {
                return CompletableFuture.completedFuture(0);
            }
        };
    }

    /** Delivers by POST to what each delivery names as its target; an answer that takes longer than ten seconds is none. */
    synchronized void deliverByPost() {
        receiver = delivery -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(delivery.target()))
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
            delivery.headers().forEach(request::setHeader);
            return Http.CLIENT
                    .sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                    .handle((reply, failed) -> reply == null ? 0 : reply.statusCode());
        };
    }

    synchronized boolean listening() {
        return receiver != null;
    }

    synchronized void retry(WebhookRetry rule) {
        retry = rule;
    }

    synchronized void duplicated(boolean value) {
        duplicated = value;
    }

    synchronized void reordered(boolean value) {
        reordered = value;
    }

    /** Of so many deliveries one is lost; 0 for none. */
    synchronized void losing(int oneOf) {
        losing = oneOf;
    }

    synchronized List<FakeDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    synchronized void send(FakeDelivery next) {
        sent++;
        if (losing > 0 && sent % losing == 0) {
            return;
        }
        if (reordered && held == null) {
            held = next;
            return;
        }
        later(Duration.ZERO, next);
        if (held != null) {
            later(Duration.ZERO, held);
            held = null;
        }
    }

    /** Sends what waits to be reordered, and everything that fell due. */
    void flush() {
        FakeDelivery waiting;
        synchronized (this) {
            waiting = held;
            held = null;
        }
        board.locked(() -> waiting != null && later(Duration.ZERO, waiting));
    }

    private synchronized boolean later(Duration wait, FakeDelivery delivery) {
        int times = duplicated && delivery.attempt() == 1 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            board.scheduler().schedule(wait, () -> deliver(delivery));
        }
        return true;
    }

    private void deliver(FakeDelivery delivery) {
        Function<FakeDelivery, CompletableFuture<Integer>> to;
        synchronized (this) {
            deliveries.add(delivery);
            to = receiver;
        }
        if (to != null) {
            var unused = to.apply(delivery).thenAccept(status -> settle(delivery, status));
        }
    }

    private synchronized void settle(FakeDelivery delivery, int status) {
        retry.next(status, delivery.attempt(), random)
                .ifPresent(wait -> later(wait, delivery.again(board.now().plus(wait))));
    }
}
