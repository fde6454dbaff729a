package dev.membersync.sync.engine;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.TransportException;
import dev.membersync.sync.adapter.DeskClosedException;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.workflow.RunHaltedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What stops a run of a workflow becomes an incident of it, and is over when a run goes through. A store that is broken
 * keeps none.
 */
public final class Alarms {
    private static final String MISSING = "TOO_MANY_MISSING";
    private static final int MOST = 1_000;

    private Alarms() {}

    /** Does this; what ends it by an exception is raised, and the exception goes on. */
    public static <T> T watch(Parts parts, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            incident(failure, parts).ifPresent(incident -> raise(parts, incident, failure));
            throw failure;
        }
    }

    /** A run went through; what its scans said of people who are missing stands. */
    static void over(Parts parts, List<String> doubts) {
        Instant now = parts.time().instant();
        parts.store().inTransaction(parts.scope(), tx -> {
            tx.incidents().open(MOST).stream()
                    .filter(incident -> doubts.isEmpty() || !incident.kind().equals(MISSING))
                    .forEach(incident -> tx.incidents().close(incident.kind(), incident.subject(), now));
            return true;
        });
    }

    /** A complete list that lacks too many: lost permission, or another account (F-53). */
    static void missing(Parts parts, List<String> doubts) {
        if (!doubts.isEmpty()) {
            Incident incident = Incident.of(
                    MISSING,
                    parts.workflow().id(),
                    "",
                    OptionalInt.empty(),
                    Optional.empty(),
                    String.join("; ", doubts),
                    parts.time().instant());
            raise(parts, incident);
        }
    }

    private static void raise(Parts parts, Incident incident) {
        parts.store().inTransaction(parts.scope(), tx -> {
            tx.incidents().raise(incident);
            return true;
        });
    }

    private static void raise(Parts parts, Incident incident, RuntimeException failure) {
        try {
            raise(parts, incident);
        } catch (StoreException broken) {
            failure.addSuppressed(broken);
        }
    }

    private static Optional<Incident> incident(RuntimeException failure, Parts parts) {
        Instant now = parts.time().instant();
        if (failure instanceof ApiException refusal) {
            return Optional.of(Incident.of(
                    kind(refusal),
                    refusal.operation(),
                    Health.system(refusal, parts.workflow().desk()).word(),
                    refusal.status(),
                    refusal.code(),
                    refusal.remedy(),
                    now));
        }
        if (failure instanceof DeskClosedException closed) {
            return Optional.of(ours("EVENT_CLOSED", String.valueOf(closed.getMessage()), now));
        }
        return failure instanceof RunHaltedException halted && halted.getCause() instanceof RefusedException
                ? Optional.of(ours("POISON_BURST", String.valueOf(halted.getMessage()), now))
                : Optional.empty();
    }

    private static Incident ours(String kind, String nextStep, Instant now) {
        return Incident.of(kind, "run", "accelevents", OptionalInt.empty(), Optional.empty(), nextStep, now);
    }

    private static String kind(ApiException refusal) {
        if (refusal instanceof AuthException) {
            return "CREDENTIAL_REFUSED";
        }
        if (refusal instanceof ThrottledException throttled && throttled.quota() == ThrottledException.Quota.DAILY) {
            return "QUOTA_USED_UP";
        }
        boolean down = refusal instanceof TransportException
                || refusal instanceof ServerException
                || refusal instanceof ThrottledException;
        return down ? "SERVICE_DOWN" : refusal instanceof NotFoundException ? "NOT_FOUND" : "CALL_REFUSED";
    }
}
