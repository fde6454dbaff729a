package dev.membersync.client.internal;

import dev.membersync.client.Call;
import dev.membersync.client.CallDescription;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.http.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

final class ApiCall<T> implements Call<T> {
    private final ApiClient client;
    private final Prepared prepared;
    private final Function<Reply, T> reader;
    private final RequestOptions options;

    ApiCall(ApiClient client, Prepared prepared, Function<Reply, T> reader, RequestOptions options) {
        this.client = client;
        this.prepared = prepared;
        this.reader = reader;
        this.options = options;
    }

    @Override
    public T execute() {
        return new BlockingDriver<>(client, exchange()).run();
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return new AsyncDriver<>(client, exchange()).start();
    }

    @Override
    public Call<Reply> raw() {
        return new ApiCall<>(client, prepared, Function.identity(), options);
    }

    @Override
    public Call<T> with(RequestOptions options) {
        return new ApiCall<>(client, prepared, reader, options);
    }

    @Override
    public CallDescription describe() {
        return new CallDescription(
                prepared.operation().id(),
                prepared.operation().method(),
                prepared.path() + client.redactor.query(prepared.query()),
                prepared.body().map(prepared.shown()).orElse(""));
    }

    private Exchange<T> exchange() {
        return new Exchange<>(client, prepared, reader, options);
    }
}
