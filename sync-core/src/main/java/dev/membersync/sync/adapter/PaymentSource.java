package dev.membersync.sync.adapter;

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
}
