package dev.membersync.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks pages without a thread of its own; the future is the walk, so cancelling it reaches the request. */
final class AsyncWalk<T> extends CompletableFuture<Void> {
    private final Paged<T> paged;
    private final PageWalk<T> walk;
    private final Function<Page<T>, Boolean> visitor;
    private volatile @Nullable CompletableFuture<Page<T>> current;

    private AsyncWalk(Paged<T> paged, PageWalk<T> walk, Function<Page<T>, Boolean> visitor) {
        this.paged = paged;
        this.walk = walk;
        this.visitor = visitor;
    }

    static <T> CompletableFuture<Void> start(Paged<T> paged, PageWalk<T> walk, Function<Page<T>, Boolean> visitor) {
        AsyncWalk<T> run = new AsyncWalk<>(paged, walk, visitor);
        run.proceed();
        return run;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        CompletableFuture<Page<T>> request = current;
        if (request != null) {
            request.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }

    /** A loop while pages are there already: recursion would overflow on a scripted transport. */
    private void proceed() {
        try {
            while (!isDone()) {
                Optional<Cursor> cursor = walk.next();
                if (cursor.isEmpty()) {
                    complete(null);
                    return;
                }
                CompletableFuture<Page<T>> request = paged.fetch(cursor.get()).executeAsync();
                current = request;
                if (isDone()) {
                    request.cancel(true);
                    return;
                }
                if (!request.isDone()) {
                    var unused = request.whenComplete(this::arrived);
                    return;
                }
                if (!visit(request.join())) {
                    return;
                }
            }
        } catch (RuntimeException | Error e) {
            completeExceptionally(unwrapped(e));
        }
    }

    private void arrived(@Nullable Page<T> page, @Nullable Throwable failure) {
        try {
            if (failure != null || page == null) {
                completeExceptionally(failure == null ? new IllegalStateException("no page") : unwrapped(failure));
            } else if (visit(page)) {
                proceed();
            }
        } catch (RuntimeException | Error e) {
            completeExceptionally(e);
        }
    }

    private boolean visit(Page<T> page) {
        Optional<Page<T>> fresh = walk.accept(page);
        if (fresh.isPresent() && !visitor.apply(fresh.get())) {
            complete(null);
            return false;
        }
        return true;
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof java.util.concurrent.CompletionException && cause != null ? cause : failure;
    }
}
