package dev.membersync.sync.policy;

import static dev.membersync.sync.record.RegistrationState.CANCELED;
import static dev.membersync.sync.record.RegistrationState.CHECKED_IN;
import static dev.membersync.sync.record.RegistrationState.DELETED;
import static dev.membersync.sync.record.RegistrationState.REFUNDED;
import static dev.membersync.sync.record.RegistrationState.REGISTERED;
import static dev.membersync.sync.record.RegistrationState.UNPAID;

import dev.membersync.sync.record.RegistrationState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which state of one ticket may follow which, each with its reason, as data. Immutable and thread-safe. Sources: the
 * outcomes of refund, cancel and delete (DOC, accelevents-api.md 4.3), check-in and its undoing (DOC, 4.4), exchange (DOC,
 * 4.2). A ticket that was cancelled or deleted has no documented way back, and money that was never paid cannot go back:
 * such a step is no event but a doubt. For example, to let a refund be taken back:
 *
 * <pre>{@code
 * Transitions transitions = Transitions.standard().with(REFUNDED, REGISTERED, "paid again");
 * }</pre>
 */
public final class Transitions {
    private static final Transitions STANDARD = new Transitions(new EnumMap<>(RegistrationState.class))
            .with(UNPAID, REGISTERED, "paid")
            .with(UNPAID, CHECKED_IN, "admitted before it was paid")
            .with(UNPAID, CANCELED, "cancelled before it was paid")
            .with(UNPAID, DELETED, "deleted before it was paid")
            .with(REGISTERED, UNPAID, "exchanged for a ticket that has to be paid")
            .with(REGISTERED, CHECKED_IN, "admitted")
            .with(REGISTERED, REFUNDED, "refunded; the ticket still admits")
            .with(REGISTERED, CANCELED, "cancelled")
            .with(REGISTERED, DELETED, "deleted")
            .with(CHECKED_IN, UNPAID, "check-in undone")
            .with(CHECKED_IN, REGISTERED, "check-in undone")
            .with(CHECKED_IN, REFUNDED, "check-in undone after a refund")
            .with(CHECKED_IN, CANCELED, "cancelled after admission")
            .with(CHECKED_IN, DELETED, "deleted after admission")
            .with(REFUNDED, CHECKED_IN, "admitted after a refund")
            .with(REFUNDED, CANCELED, "cancelled after a refund")
            .with(REFUNDED, DELETED, "deleted after a refund")
            .with(CANCELED, DELETED, "deleted after it was cancelled");

    private final Map<RegistrationState, Map<RegistrationState, String>> reasons;

    private Transitions(Map<RegistrationState, Map<RegistrationState, String>> reasons) {
        this.reasons = reasons;
    }

    /** The standard table. */
    public static Transitions standard() {
        return STANDARD;
    }

    /** This table with one more step. */
    public Transitions with(RegistrationState from, RegistrationState to, String reason) {
        Map<RegistrationState, Map<RegistrationState, String>> copy = new EnumMap<>(RegistrationState.class);
        reasons.forEach((state, next) -> copy.put(state, new EnumMap<>(next)));
        copy.computeIfAbsent(from, state -> new EnumMap<>(RegistrationState.class))
                .put(to, reason);
        return new Transitions(copy);
    }

    /** Why a ticket in one state can be in the other one next; empty when it cannot. */
    public Optional<String> reason(RegistrationState from, RegistrationState to) {
        return Optional.ofNullable(reasons.getOrDefault(from, Map.of()).get(to));
    }
}
