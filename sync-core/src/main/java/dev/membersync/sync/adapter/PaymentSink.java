package dev.membersync.sync.adapter;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.record.TicketRef;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is told of payments that others collected. Thread-safe. Every method may throw a
 * {@link dev.membersync.client.error.ApiException}.
 */
public interface PaymentSink {
    /** How a telling ended. */
    enum Told {
        /** It is on record. */
        RECORDED,
        /** The key was on record before; what it says was not changed. */
        KNOWN
    }

    /** The name of the system. */
    String system();

    /**
     * How long a telling whose end is not known has to rest before it is told again: until then a look at the system proves
     * nothing. Zero where a key of the payment makes a repeat safe.
     */
    default Duration horizon() {
        return Duration.ZERO;
    }

    /**
     * Tells what {@link PaymentRow#telling} says. A telling that was sent before and whose end is not known is told again, not
     * before {@link #horizon} has passed.
     *
     * @param number which telling of this payment it is, from 1; the same as long as its end is not known
     * @param registration the member's registration, where {@link #writesRegistrations}
     * @throws ByHandException when the system has no way to say this
     */
    Told tell(PaymentRow row, int number, Optional<TicketRef> registration);

    /** Whether it writes to the member's registration: without one there is nothing to tell yet. */
    default boolean writesRegistrations() {
        return false;
    }

    /** The same sink, told in this lane of the rate budget; one without a budget stays as it is. */
    default PaymentSink inLane(Lane lane) {
        return this;
    }
}
