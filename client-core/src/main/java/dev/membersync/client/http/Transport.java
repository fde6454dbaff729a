package dev.membersync.client.http;

import dev.membersync.client.error.TransportException;
import dev.membersync.client.time.Deadline;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * Carries one request and its reply. Any status is a reply; only the lack of a usable one is a {@link
 * TransportException}. Implementations neither retry nor follow redirects and are safe for use by many threads.
 */
@FunctionalInterface
public interface Transport {
    /**
     * Sends on the calling thread and waits for the whole body.
     *
     * @throws TransportException when no whole reply came before the deadline
     * @throws InterruptedException when the thread is interrupted; the request is given up
     */
    Reply send(Request request, Deadline deadline) throws InterruptedException;

    /**
     * Sends without blocking where the transport can; this default sends on the calling thread before it returns.
     * Cancelling the future gives the request up.
     */
    default CompletableFuture<Reply> sendAsync(Request request, Deadline deadline) {
        try {
            return CompletableFuture.completedFuture(send(request, deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(TransportException.outcomeUnknown("interrupted", e));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Refuses an address that this transport would never send to, at configuration time.
     *
     * @throws IllegalArgumentException with the remedy
     */
    default void check(URI address) {}
}
