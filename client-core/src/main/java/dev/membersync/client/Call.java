package dev.membersync.client;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.http.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A request that is described and not yet sent. Immutable: it can be sent again, by any thread, and each sending is a new
 * call to the vendor.
 *
 * @param <T> what a successful reply is read into
 */
public interface Call<T> {
    /**
     * Sends on the calling thread and waits.
     *
     * @throws ApiException when the call does not succeed; after an interrupt the thread's flag is set again
     */
    T execute();

    /**
     * Sends without blocking. The future always completes, exceptionally with an {@link ApiException} when the call does
     * not succeed; cancelling it stops the request, the waits and the retries.
     */
    CompletableFuture<T> executeAsync();

    /** The same call, giving the vendor's reply as it is; an error reply is still an exception. */
    Call<Reply> raw();

    /** The same call with other options; they replace all options set before. */
    Call<T> with(RequestOptions options);

    /** What would be sent, fit for printing. */
    CallDescription describe();

    /** The same call with its result turned into something else. */
    default <U> Call<U> map(Function<? super T, ? extends U> mapper) {
        return new MappedCall<>(this, mapper);
    }
}
