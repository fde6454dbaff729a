package dev.membersync.client.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body. The JDK hands it over as soon as the headers are there, so that whoever waits for {@link #bytes} can
 * give up at a deadline: the JDK's own timeout does not cover the body.
 */
final class Body implements HttpResponse.BodySubscriber<Body> {
    private static final int LARGEST_GUESS = 1 << 20;

    private final CompletableFuture<byte[]> bytes = new CompletableFuture<>();
    private final long max;
    private byte[] buffer;
    private int size;
    private volatile Flow.@Nullable Subscription subscription;

    Body(long announced, long max) {
        this.max = max;
        this.buffer = new byte[(int) Math.min(Math.max(announced, 0), Math.min(max, LARGEST_GUESS))];
    }

    CompletableFuture<byte[]> bytes() {
        return bytes;
    }

    /** Gives the rest of the body up and its connection with it. */
    void abort(IOException reason) {
        bytes.completeExceptionally(reason);
        Flow.Subscription running = subscription;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (bytes.isDone()) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> chunks) {
        for (ByteBuffer chunk : chunks) {
            int more = chunk.remaining();
            if ((long) size + more > max) {
                abort(new IOException("the body is longer than " + max + " bytes"));
                return;
            }
            if (size + more > buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(max, Math.max(size + more, 2L * buffer.length)));
            }
            chunk.get(buffer, size, more);
            size += more;
        }
    }

    @Override
    public void onError(Throwable failure) {
        bytes.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        bytes.complete(size == buffer.length ? buffer : Arrays.copyOf(buffer, size));
    }
}
