package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Time;
import dev.membersync.sync.intake.HookOutcome;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.store.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Says in the log of a live run what stopped, what goes on, and which hooks are refused. Thread-safe. */
final class LiveNews {
    /** A sender that is refused may come each second. */
    private static final Duration QUIET = Duration.ofHours(1);

    /** What pauses a workflow until a person repeats its number. */
    private static final Set<String> PAUSES = Set.of("MASS_CHANGE", "POISON_BURST");

    private final Console console;
    private final Time time;
    private final Map<String, Instant> refused = new HashMap<>();

    LiveNews(Console console, Time time) {
        this.console = console;
        this.time = time;
    }

    void tell(LiveEvent event) {
        if (event instanceof LiveEvent.Halted halted) {
            say(halted(halted.incident()));
        } else if (event instanceof LiveEvent.Resumed resumed) {
            say(resumed.subject() + " goes on");
        } else if (event instanceof LiveEvent.Hooked hooked) {
            hooked(hooked.source(), hooked.outcome());
        }
    }

    /** What stopped, why, and what to do. */
    static String halted(Incident incident) {
        String why = incident.message().isEmpty() ? "" : ": " + incident.message();
        boolean paused = incident.number() > 0 && PAUSES.contains(incident.kind());
        return (paused ? "PAUSED " : "HALTED ") + incident.subject() + " (" + incident.kind() + ")" + why + "; "
                + incident.nextStep() + (paused ? ": " + resume(incident.subject(), incident.number()) : "");
    }

    /** The request that lets a paused workflow go on. */
    static String resume(String workflow, long number) {
        return "POST /resume with the header \"" + HookServer.RESUME + ": " + workflow + " " + number + "\"";
    }

    private synchronized void hooked(String source, HookOutcome outcome) {
        String why = why(outcome);
        Instant now = time.instant();
        Instant before = refused.get(source + outcome);
        if (!why.isEmpty() && (before == null || before.plus(QUIET).isBefore(now))) {
            refused.put(source + outcome, now);
            say("REFUSED a delivery at " + (source.isEmpty() ? "another path" : source) + ", answered "
                    + outcome.status() + ": " + why + "; said once an hour, /metrics counts them");
        }
    }

    private static String why(HookOutcome outcome) {
        return switch (outcome) {
            case UNPROVEN ->
                "its secret, signature or time is not right; set the same secret at the sender and in"
                        + " live.hooks.secret, and see that both clocks are right";
            case REFUSED_ADDRESS ->
                "it comes from an address that is not in live.hooks.allowFrom; behind a proxy that"
                        + " is the proxy's own address";
            case MALFORMED -> "its body cannot be understood";
            case OVERSIZE -> "its body is too large";
            case DEFERRED -> "it could not be kept now; the sender comes again";
            default -> "";
        };
    }

    private void say(String what) {
        console.line(time.instant().truncatedTo(ChronoUnit.SECONDS) + " " + what);
    }
}
