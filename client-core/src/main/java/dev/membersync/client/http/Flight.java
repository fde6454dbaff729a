package dev.membersync.client.http;

import dev.membersync.client.time.Cancellable;
import dev.membersync.client.time.Time;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An asynchronous request under way: its deadline covers the body, and cancelling it closes the connection. */
final class Flight extends CompletableFuture<Reply> {
    private final long began;
    private final Time time;
    private volatile @Nullable CompletableFuture<HttpResponse<Body>> exchange;
    private volatile @Nullable Body body;

    private Flight(Time time) {
        this.time = time;
        this.began = time.nanos();
    }

    static Flight start(CompletableFuture<HttpResponse<Body>> exchange, Duration left, Time time) {
        Flight flight = new Flight(time);
        flight.exchange = exchange;
        Cancellable timer = time.after(left, flight::expire);
        var unused = flight.whenComplete((reply, failure) -> timer.cancel());
        var ignored = exchange.whenComplete(flight::headers);
        return flight;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        stop(new IOException("cancelled"));
        return cancelled;
    }

    private void expire() {
        HttpTimeoutException timeout = new HttpTimeoutException("request timed out");
        completeExceptionally(Failures.of(timeout));
        stop(timeout);
    }

    private void stop(IOException reason) {
        CompletableFuture<HttpResponse<Body>> running = exchange;
        if (running != null) {
            running.cancel(true);
        }
        Body arriving = body;
        if (arriving != null) {
            arriving.abort(reason);
        }
    }

    private void headers(@Nullable HttpResponse<Body> response, @Nullable Throwable failure) {
        if (response == null) {
            completeExceptionally(Failures.of(failure == null ? new IOException("no response") : failure));
            return;
        }
        Body arriving = response.body();
        body = arriving;
        if (isDone()) {
            arriving.abort(new IOException("given up"));
            return;
        }
        var unused = arriving.bytes().whenComplete((bytes, broken) -> finish(response, bytes, broken));
    }

    private void finish(HttpResponse<Body> response, byte @Nullable [] bytes, @Nullable Throwable broken) {
        try {
            if (bytes == null) {
                completeExceptionally(Failures.of(broken == null ? new IOException("no body") : broken));
            } else {
                complete(JdkTransport.reply(response, bytes, time.nanos() - began));
            }
        } catch (RuntimeException e) {
            completeExceptionally(e);
        }
    }
}
