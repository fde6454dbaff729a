package dev.membersync.sync.engine;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.PagingException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.sync.adapter.DeskClosedException;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A system that is not called until a probe succeeds, or a workflow that is tried again later.
 *
 * @param incident what happened
 * @param probes how many probes there were
 * @param nextProbe when the next one is due
 */
public record Outage(Incident incident, int probes, Instant nextProbe) {
    private static final String STORE = "STORE_DOWN";
    private static final String CREDENTIAL = "CREDENTIAL_REFUSED";
    private static final String QUOTA = "QUOTA_USED_UP";
    private static final String SCAN = "SCAN_INCOMPLETE";
    private static final String NOT_FOUND = "NOT_FOUND";
    private static final String CALL_REFUSED = "CALL_REFUSED";
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * A system is down.
     *
     * @param probes how often it was probed without lasting success shortly before
     */
    static Outage of(LiveSystem system, RuntimeException failure, int probes, Instant now) {
        return of(system.word(), system == LiveSystem.STORE ? "" : system.word(), failure, probes, now);
    }

    /**
     * A workflow cannot do its work.
     *
     * @param probes how often it was tried since it last could
     */
    public static Outage of(String workflow, RuntimeException failure, int probes, Instant now) {
        return of(workflow, "", failure, probes, now);
    }

    private static Outage of(String subject, String service, RuntimeException failure, int probes, Instant now) {
        String kind = kind(failure);
        Instant next = now.plus(wait(failure, probes));
        Optional<ApiException> answer = failure instanceof ApiException api ? Optional.of(api) : Optional.empty();
        return new Outage(
                Incident.of(
                                kind,
                                subject,
                                service,
                                answer.map(ApiException::status).orElse(OptionalInt.empty()),
                                answer.flatMap(ApiException::code),
                                nextStep(kind, next),
                                now)
                        .about(0, Failures.text(failure)),
                probes,
                next);
    }

    /** The same after one more probe that failed. */
    public Outage again(RuntimeException failure, Instant now) {
        return new Outage(incident, probes + 1, now.plus(wait(failure, probes + 1)));
    }

    private static String kind(RuntimeException failure) {
        if (failure instanceof StoreException) {
            return STORE;
        } else if (failure instanceof AuthException) {
            return CREDENTIAL;
        }
        if (failure instanceof ThrottledException) {
            return QUOTA;
        }
        if (failure instanceof NotFoundException) {
            return NOT_FOUND;
        }
        if (failure instanceof RejectedException) {
            return CALL_REFUSED;
        }
        boolean down = failure instanceof DeskClosedException
                || (failure instanceof ApiException && !(failure instanceof PagingException));
        return down ? "SERVICE_DOWN" : SCAN;
    }

    private static String nextStep(String kind, Instant next) {
        return switch (kind) {
            case CREDENTIAL ->
                "set a valid key and start again, or connect again; it is probed meanwhile, in case the key is taken again";
            case QUOTA -> "it goes on by itself at " + next;
            case STORE -> "mend the store; it is probed and goes on by itself";
            case NOT_FOUND, CALL_REFUSED ->
                "correct what it names and start again; it is probed, and goes on by itself when the service answers";
            default -> "nothing: it is probed with growing waits and goes on by itself";
        };
    }

    private static Duration wait(RuntimeException failure, int probes) {
        Optional<Duration> asked =
                failure instanceof ThrottledException throttled ? throttled.retryAfter() : Optional.empty();
        Duration growing = FIRST.multipliedBy(1L << Math.min(probes, 6));
        return asked.orElse(growing.compareTo(LONGEST) < 0 ? growing : LONGEST);
    }
}
