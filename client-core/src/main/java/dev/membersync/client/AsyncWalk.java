package dev.membersync.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks pages without a thread of its own; the future is the walk, so cancelling it reaches the request. */
final class AsyncWalk<S, T> extends CompletableFuture<Void> {
    private final Source<S, T> source;
    private final PageWalk<S> walk;
    private final Function<Page<T>, Boolean> visitor;
    private volatile @Nullable CompletableFuture<Page<S>> current;

    private AsyncWalk(Source<S, T> source, Function<Page<T>, Boolean> visitor) {
        this.source = source;
        this.walk = new PageWalk<>(source);
        this.visitor = visitor;
    }

    static <S, T> CompletableFuture<Void> start(Source<S, T> source, Function<Page<T>, Boolean> visitor) {
        AsyncWalk<S, T> run = new AsyncWalk<>(source, visitor);
        run.proceed();
        return run;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        CompletableFuture<Page<S>> request = current;
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
                CompletableFuture<Page<S>> request = source.call(cursor.get()).executeAsync();
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

    private void arrived(@Nullable Page<S> page, @Nullable Throwable failure) {
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

    private boolean visit(Page<S> page) {
        Optional<Page<S>> fresh = walk.accept(page);
        if (fresh.isPresent() && !visitor.apply(source.show(fresh.get()))) {
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
