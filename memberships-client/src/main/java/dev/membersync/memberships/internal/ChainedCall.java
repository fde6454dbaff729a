package dev.membersync.memberships.internal;

import dev.membersync.client.Call;
import dev.membersync.client.CallDescription;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.http.Reply;
import dev.membersync.client.internal.Following;
import dev.membersync.client.internal.Futures;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A call that needs the result of another one first, unless that is known already. The options of the whole are the
 * options of each, so each has the whole deadline for itself.
 *
 * @param <A> what the first call gives
 * @param <T> what the second call gives
 */
public final class ChainedCall<A, T> implements Call<T> {

    private final Supplier<Optional<A>> known;
    private final Call<A> first;
    private final Function<? super A, Call<T>> second;

    private ChainedCall(Supplier<Optional<A>> known, Call<A> first, Function<? super A, Call<T>> second) {
        this.known = known;
        this.first = first;
        this.second = second;
    }

    /** One call after another. */
    public static <A, T> Call<T> of(Call<A> first, Function<? super A, Call<T>> second) {
        return new ChainedCall<>(Optional::empty, first, second);
    }

    /** One call after another, which is only sent while its result is not known. */
    public static <A, T> Call<T> of(Supplier<Optional<A>> known, Call<A> first, Function<? super A, Call<T>> second) {
        return new ChainedCall<>(known, first, second);
    }

    @Override
    public T execute() {
        A result = known.get().orElseGet(first::execute);
        return second.apply(result).execute();
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        CompletableFuture<A> source =
                known.get().map(CompletableFuture::completedFuture).orElseGet(first::executeAsync);
        Following<T> chain = new Following<>();
        chain.follow(source);
        var unused = source.whenComplete((value, failure) -> {
            if (failure != null) {
                chain.completeExceptionally(Futures.reason(failure));
            } else {
                hand(chain, () -> second.apply(value).executeAsync());
            }
        });
        return chain;
    }

    @Override
    public Call<Reply> raw() {
        return new ChainedCall<>(known, first, result -> second.apply(result).raw());
    }

    @Override
    public Call<T> with(RequestOptions options) {
        return new ChainedCall<>(
                known, first.with(options), result -> second.apply(result).with(options));
    }

    /** The second call where its first one is known, else the first. */
    @Override
    public CallDescription describe() {
        return known.get().map(result -> second.apply(result).describe()).orElseGet(first::describe);
    }

    private static <T> void hand(Following<T> chain, Supplier<CompletableFuture<T>> next) {
        if (chain.isDone()) {
            return;
        }
        try {
            CompletableFuture<T> request = next.get();
            chain.follow(request);
            var unused = request.whenComplete((value, failure) -> {
                if (failure == null) {
                    chain.complete(value);
                } else {
                    chain.completeExceptionally(Futures.reason(failure));
                }
            });
        } catch (RuntimeException | Error e) {
            chain.completeExceptionally(e);
        }
    }
}
