package dev.membersync.examples.middleware.web;

import dev.membersync.eventops.checkin.FactId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** A browser at a door as the books know it: a name of its own for each session, and a count. Thread-safe. */
final class Scanner {
    private static final int BYTES = 6;

    private final String device;
    private final AtomicLong count = new AtomicLong();

    private Scanner(String device) {
        this.device = device;
    }

    static Scanner fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Scanner("page-" + HexFormat.of().formatHex(bytes));
    }

    /** Names the next scan. */
    FactId next() {
        return new FactId(device, count.incrementAndGet());
    }
}
