package dev.membersync.sync.adapter;

import dev.membersync.client.policy.Lane;
import java.util.List;

/** Where payments are read. Thread-safe. Every method may throw a {@link dev.membersync.client.error.ApiException}. */
public interface PaymentSource {
    /** The name of the system. */
    String system();

    /** The event whose payments they are. */
    String event();

    /** The recurring event id; empty for an ordinary event. */
    String occurrence();

    /** All payments, page by page, read while it is walked; a walk that ends without an exception was complete. */
    Iterable<List<PaymentSighting>> payments();

    /** Whether the payment with this id still exists; asked for one that a complete walk did not show. */
    boolean exists(String id);

    /** The same payments, read in this lane of the rate budget; a source without one stays as it is. */
    default PaymentSource inLane(Lane lane) {
        return this;
    }
}
