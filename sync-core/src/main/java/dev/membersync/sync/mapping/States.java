package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.record.Value;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the state of a registration off what the lists show. */
final class States {
    private static final Set<String> IN_ORDER =
            Set.of("PAID", "PARTIAL", "PARTIALLY_PAID", "COMPLIMENTARY", "PARTIALLY_REFUNDED");

    /** No word that is written begins so. */
    static final String UNKNOWN = "?";

    private States() {}

    /** The state as a value; unseen while too little was seen to say it, and a marked word where that is not known. */
    static Value value(Registration registration, Function<RegistrationState, Value> spelling) {
        try {
            return of(registration).map(spelling).orElseGet(Value::unseen);
        } catch (FieldException unknown) {
            return Value.of(UNKNOWN + unknown.word().orElse(""));
        }
    }

    /**
     * Refuses what stands for a word that is not known.
     *
     * @throws FieldException for such a value
     */
    static void checkKnown(Value value) {
        value.text().filter(text -> text.startsWith(UNKNOWN)).ifPresent(text -> {
            throw unknown(text.substring(UNKNOWN.length()), "status");
        });
    }

    private static Optional<RegistrationState> of(Registration registration) {
        Value ticket = registration.standing().ticket();
        return ticket.text().flatMap(word -> switch (word) {
            case "CHECKED_IN" -> Optional.of(RegistrationState.CHECKED_IN);
            case "CANCELED" -> Optional.of(RegistrationState.CANCELED);
            case "DELETED" -> Optional.of(RegistrationState.DELETED);
            case "BOOKED" -> registration.standing().payment().text().map(States::booked);
            default -> throw unknown(word, "ticket status");
        });
    }

    private static RegistrationState booked(String payment) {
        return switch (payment) {
            case "UNPAID" -> RegistrationState.UNPAID;
            case "REFUNDED" -> RegistrationState.REFUNDED;
            case "CANCELED" -> RegistrationState.CANCELED;
            case "DELETE" -> RegistrationState.DELETED;
            default -> {
                if (!IN_ORDER.contains(payment)) {
                    throw unknown(payment, "payment status");
                }
                yield RegistrationState.REGISTERED;
            }
        };
    }

    private static FieldException unknown(String word, String what) {
        return FieldException.unknownWord(
                word, "Accelevents shows the " + what + " \"" + word + "\", which this version does not know");
    }
}
