package dev.membersync.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A mapped future whose cancellation reaches the request; {@code thenApply} alone would leave it running. */
final class Linked<U> extends CompletableFuture<U> {
    private final CompletableFuture<?> source;

    private Linked(CompletableFuture<?> source) {
        this.source = source;
    }

    static <T, U> CompletableFuture<U> to(CompletableFuture<T> source, Function<? super T, ? extends U> mapper) {
        Linked<U> linked = new Linked<>(source);
        var unused = source.whenComplete((value, failure) -> {
            if (failure != null) {
                linked.completeExceptionally(failure);
                return;
            }
            try {
                linked.complete(mapper.apply(value));
            } catch (RuntimeException | Error e) {
                linked.completeExceptionally(e);
            }
        });
        return linked;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        source.cancel(mayInterruptIfRunning);
        return cancelled;
    }
}
