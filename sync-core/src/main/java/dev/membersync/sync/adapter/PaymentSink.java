package dev.membersync.sync.adapter;

import dev.membersync.sync.payment.PaymentRow;

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
        KNOWN,
        /** The system has no way to say this: a person has to. Nothing was sent. */
        UNSUPPORTED
    }

    /** The name of the system. */
    String system();

    /**
     * Tells what {@link PaymentRow#telling} says. A telling that was sent before and whose end is not known is sent again
     * with the same key.
     */
    Told tell(PaymentRow row);
}
