package dev.membersync.sync.config;

import dev.membersync.client.CallListener;
import dev.membersync.client.Operation;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the requests of one client, retries included. */
final class CallCounter implements CallListener {
    /** What is called about one registration that exists. */
    private static final Set<String> ABOUT_ONE =
            Set.of("holders.get", "holders.update", "holders.updateByBarcode", "orders.exchange", "orders.delete");

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong aboutOne = new AtomicLong();

    @Override
    public void attempted(Operation operation, int attempt, OptionalInt status, Duration took) {
        requests.incrementAndGet();
        if (ABOUT_ONE.contains(operation.id())) {
            aboutOne.incrementAndGet();
        }
    }

    long aboutOne() {
        return aboutOne.get();
    }

    long requests() {
        return requests.get();
    }
}
