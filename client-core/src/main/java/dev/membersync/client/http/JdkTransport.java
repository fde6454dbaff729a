package dev.membersync.client.http;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.time.Deadline;
import dev.membersync.client.time.Time;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The transport over {@code java.net.http}, its traps closed: the deadline covers the body, redirects are never
 * followed, plain http goes to loopback only unless an origin is allowed, and always as HTTP/1.1. Thread-safe.
 *
 * <p>One trap cannot be closed: the JDK sends a GET a second time by itself when a connection dies before the first byte
 * of the reply, so a GET that changes state must be safe when the vendor sees it twice.
 */
public final class JdkTransport implements Transport, AutoCloseable {
    private final HttpClient client;
    private final boolean owned;
    private final long maxBodyBytes;
    private final Origins origins;
    private final Time time;

    private JdkTransport(Builder builder) {
        owned = builder.lent.isEmpty();
        client = builder.lent.orElseGet(() -> HttpClient.newBuilder()
                .connectTimeout(builder.connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            // The JDK forwards Authorization and every other header to the new origin.
            throw new IllegalArgumentException(
                    "a lent client must not follow redirects: they would take the key along");
        }
        maxBodyBytes = builder.maxBodyBytes;
        origins = new Origins(builder.insecure);
        time = builder.time;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A transport with the defaults. */
    public static JdkTransport create() {
        return builder().build();
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        long began = time.nanos();
        HttpRequest.Builder prepared = prepare(request);
        HttpResponse<Body> response;
        try {
            response = client.send(prepared.timeout(left(deadline)).build(), this::body);
        } catch (IOException e) {
            throw Failures.of(e);
        }
        byte[] bytes = await(response.body(), deadline);
        return reply(response, bytes, time.nanos() - began);
    }

    @Override
    public CompletableFuture<Reply> sendAsync(Request request, Deadline deadline) {
        try {
            HttpRequest prepared = prepare(request).build();
            Duration left = left(deadline);
            return Flight.start(client.sendAsync(prepared, this::body), left, time);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void check(URI address) {
        origins.check(address);
    }

    /** Releases what this transport created; a lent client stays open. Before Java 21 the JDK offers no way to. */
    @Override
    public void close() {
        if (owned && (Object) client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                throw new IllegalStateException("the HTTP client did not close", e);
            }
        }
    }

    /** Checks that the body is whole: over some protocols the JDK does not notice a short one. */
    static Reply reply(HttpResponse<Body> response, byte[] bytes, long tookNanos) {
        OptionalLong announced = response.headers().firstValueAsLong("content-length");
        int status = response.statusCode();
        boolean bodiless =
                status == 204 || status == 304 || response.request().method().equals("HEAD");
        if (announced.isPresent() && announced.getAsLong() != bytes.length && !bodiless) {
            throw TransportException.outcomeUnknown("the body is shorter than announced", null);
        }
        Headers headers = Headers.trusted(response.headers().map());
        return new Reply(status, headers, bytes, Duration.ofNanos(tookNanos));
    }

    private HttpRequest.Builder prepare(Request request) {
        origins.check(request.uri());
        HttpRequest.Builder prepared = HttpRequest.newBuilder(request.uri());
        if ("http".equalsIgnoreCase(request.uri().getScheme())) {
            prepared.version(HttpClient.Version.HTTP_1_1); // else the JDK asks for an upgrade to h2c
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            prepared.setHeader(header.getKey(), header.getValue());
        }
        for (Map.Entry<String, Secret> header : request.secrets().entrySet()) {
            prepared.setHeader(header.getKey(), header.getValue().reveal());
        }
        return prepared.method(
                request.method(),
                request.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
    }

    private Body body(HttpResponse.ResponseInfo info) {
        return new Body(info.headers().firstValueAsLong("content-length").orElse(0), maxBodyBytes);
    }

    private Duration left(Deadline deadline) {
        Duration left = deadline.left(time);
        if (left.isNegative() || left.isZero()) {
            throw TransportException.notSent("the deadline had passed", null);
        }
        return left;
    }

    private byte[] await(Body body, Deadline deadline) throws InterruptedException {
        try {
            return body.bytes().get(Math.max(0, deadline.leftNanos(time)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            HttpTimeoutException timeout = new HttpTimeoutException("request timed out");
            body.abort(timeout);
            throw Failures.of(timeout);
        } catch (InterruptedException e) {
            body.abort(new IOException("interrupted"));
            throw e;
        } catch (ExecutionException e) {
            throw Failures.of(e);
        }
    }

    /** Settings of a transport; all have defaults. */
    public static final class Builder {
        private Duration connectTimeout = Duration.ofSeconds(10);
        private long maxBodyBytes = 16L << 20;
        private Optional<HttpClient> lent = Optional.empty();
        private Time time = Time.system();
        private final Set<URI> insecure = new HashSet<>();

        private Builder() {}

        /** How long a connection may take; default 10 s, and never longer than the call's deadline. */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = timeout;
            return this;
        }

        /** The longest body that is read; default 16 MiB. */
        public Builder maxBodyBytes(long bytes) {
            this.maxBodyBytes = bytes;
            return this;
        }

        /** Allows an unencrypted http: origin beside the loopback ones, which need no permission. */
        public Builder allowInsecure(URI origin) {
            insecure.add(origin);
            return this;
        }

        /** Sends with a client that somebody else closes; it must never follow redirects. */
        public Builder client(HttpClient lent) {
            this.lent = Optional.of(lent);
            return this;
        }

        /** The time that deadlines are measured with; default {@link Time#system()}. */
        public Builder time(Time time) {
            this.time = time;
            return this;
        }

        /** Builds. */
        public JdkTransport build() {
            return new JdkTransport(this);
        }
    }
}
