package dev.membersync.client.internal;

import dev.membersync.client.Call;
import dev.membersync.client.CallDescription;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.http.Reply;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call of which some refusals are results: "no such record" when looking for one, "recorded already" when recording.
 *
 * @param <T> what the call gives
 */
public final class RecoveredCall<T> implements Call<T> {

    private final Call<T> call;
    private final Function<ApiException, Optional<T>> recovery;

    private RecoveredCall(Call<T> call, Function<ApiException, Optional<T>> recovery) {
        this.call = call;
        this.recovery = recovery;
    }

    /** The same call, whose failure is a result where the function gives one. */
    public static <T> Call<T> of(Call<T> call, Function<ApiException, Optional<T>> recovery) {
        return new RecoveredCall<>(call, recovery);
    }

    @Override
    public T execute() {
        try {
            return call.execute();
        } catch (ApiException e) {
            return recovery.apply(e).orElseThrow(() -> e);
        }
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        CompletableFuture<T> source = call.executeAsync();
        Following<T> recovering = new Following<>();
        recovering.follow(source);
        var unused = source.whenComplete((value, failure) -> settle(recovering, value, failure));
        return recovering;
    }

    private void settle(CompletableFuture<T> target, T value, @Nullable Throwable failure) {
        if (failure == null) {
            target.complete(value);
            return;
        }
        Throwable reason = Futures.reason(failure);
        Optional<T> recovered = reason instanceof ApiException e ? recovery.apply(e) : Optional.empty();
        recovered.ifPresentOrElse(target::complete, () -> target.completeExceptionally(reason));
    }

    @Override
    public Call<Reply> raw() {
        return call.raw();
    }

    @Override
    public Call<T> with(RequestOptions options) {
        return new RecoveredCall<>(call.with(options), recovery);
    }

    @Override
    public CallDescription describe() {
        return call.describe();
    }
}
