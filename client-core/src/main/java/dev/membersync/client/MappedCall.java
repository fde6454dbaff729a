package dev.membersync.client;

import dev.membersync.client.http.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

final class MappedCall<T, U> implements Call<U> {
    private final Call<T> call;
    private final Function<? super T, ? extends U> mapper;

    MappedCall(Call<T> call, Function<? super T, ? extends U> mapper) {
        this.call = call;
        this.mapper = mapper;
    }

    @Override
    public U execute() {
        return mapper.apply(call.execute());
    }

    @Override
    public CompletableFuture<U> executeAsync() {
        return Linked.to(call.executeAsync(), mapper);
    }

    @Override
    public Call<Reply> raw() {
        return call.raw();
    }

    @Override
    public Call<U> with(RequestOptions options) {
        return new MappedCall<>(call.with(options), mapper);
    }

    @Override
    public CallDescription describe() {
        return call.describe();
    }
}
