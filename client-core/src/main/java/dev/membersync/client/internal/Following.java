package dev.membersync.client.internal;

import java.util.concurrent.CompletableFuture;

/** A future whose cancellation reaches whichever request it waits for; another stage alone would leave that running. */
public final class Following<T> extends CompletableFuture<T> {

    private CompletableFuture<?> current = CompletableFuture.completedFuture(null);

    /** From now on this request is the one that is waited for. */
    public synchronized void follow(CompletableFuture<?> request) {
        current = request;
        if (isCancelled()) {
            request.cancel(true);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        synchronized (this) {
            current.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }
}
