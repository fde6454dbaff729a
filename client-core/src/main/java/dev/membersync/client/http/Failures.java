package dev.membersync.client.http;

import dev.membersync.client.error.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Tells from a failure of {@code java.net.http} whether the request can have left. */
final class Failures {
    static final String DEADLINE = "the deadline passed before the whole reply was there";

    private Failures() {}

    static RuntimeException of(Throwable thrown) {
        Throwable failure = thrown;
        while ((failure instanceof CompletionException || failure instanceof ExecutionException)
                && failure.getCause() != null) {
            failure = failure.getCause();
        }
        if (failure instanceof TransportException known) {
            return known;
        }
        String notSent = notSent(failure);
        if (notSent != null) {
            return TransportException.notSent(notSent, failure);
        }
        if (failure instanceof HttpTimeoutException) {
            return TransportException.outcomeUnknown(DEADLINE, failure);
        }
        if (failure instanceof CancellationException) {
            return TransportException.outcomeUnknown("the request was cancelled", failure);
        }
        if (failure instanceof ProtocolException) {
            // Its message quotes what the server sent, so it is not passed on.
            return TransportException.outcomeUnknown("the server did not speak HTTP", null);
        }
        if (failure instanceof IOException) {
            return TransportException.outcomeUnknown("the connection broke", failure);
        }
        return failure instanceof RuntimeException other
                ? other
                : TransportException.outcomeUnknown("the request failed", failure);
    }

    private static @Nullable String notSent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "unknown host";
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return "no connection in time";
            }
            if (cause instanceof SSLHandshakeException) {
                return "no TLS connection, the certificate or protocol was refused";
            }
            if ((cause instanceof ConnectException && cause.getCause() == null)
                    || cause instanceof NoRouteToHostException) {
                return "no connection";
            }
        }
        return failure instanceof ConnectException ? "no connection" : null;
    }
}
