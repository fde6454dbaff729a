package dev.membersync.client.internal;

import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Reply;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One DEBUG line per attempt, one WARN line when a call is given up; listed headers and query keys only. */
final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.membersync.client.calls");

    private final Set<String> shownHeaders;
    private final Redactor redactor;

    CallLog(Set<String> shownHeaders, Redactor redactor) {
        this.shownHeaders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        this.shownHeaders.addAll(shownHeaders);
        this.redactor = redactor;
    }

    void attempt(Prepared call, int attempt, @Nullable Reply reply, @Nullable RuntimeException failure) {
        if (LOG.isDebugEnabled()) {
            // The path is the template: an id in it may be a person's.
            LOG.debug(
                    "{} attempt {}: {} {}{} -> {}{}",
                    call.operation().id(),
                    attempt,
                    call.operation().method(),
                    call.operation().path(),
                    redactor.query(call.query()),
                    reply != null ? reply + " in " + reply.took().toMillis() + " ms" : String.valueOf(failure),
                    reply != null ? shown(reply) : "");
        }
    }

    /** A refusal or a missing record is an answer; only what might have succeeded is given up. */
    void givingUp(RuntimeException failure) {
        if (failure instanceof TransportException
                || failure instanceof ServerException
                || failure instanceof ThrottledException) {
            LOG.warn("{}", failure.getMessage());
        }
    }

    private String shown(Reply reply) {
        StringBuilder text = new StringBuilder();
        for (String name : shownHeaders) {
            reply.headers()
                    .first(name)
                    .ifPresent(
                            value -> text.append(", ").append(name).append('=').append(value));
        }
        return text.toString();
    }
}
