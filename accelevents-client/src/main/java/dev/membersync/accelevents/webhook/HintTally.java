package dev.membersync.accelevents.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts receipts, and remembers the digests of the bodies accepted last. Thread-safe. */
final class HintTally {
    private static final int REMEMBERED = 1_000;

    private final Map<Class<?>, LongAdder> receipts = new ConcurrentHashMap<>();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder blind = new LongAdder();
    private final Map<String, Boolean> digests = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Remembers an accepted body, and tells whether it was known. */
    boolean repeats(String digest) {
        synchronized (digests) {
            return digests.put(digest, true) != null;
        }
    }

    HintReceipt counted(HintReceipt receipt) {
        adder(receipt.getClass()).increment();
        if (receipt instanceof HintReceipt.Accepted accepted) {
            repeated.add(accepted.repeated() ? 1 : 0);
            blind.add(accepted.hints().stream().anyMatch(WebhookHint::isBlind) ? 1 : 0);
        }
        return receipt;
    }

    HintCounters snapshot() {
        return new HintCounters(
                adder(HintReceipt.Accepted.class).sum(),
                repeated.sum(),
                blind.sum(),
                adder(HintReceipt.Unauthorized.class).sum(),
                adder(HintReceipt.RefusedAddress.class).sum(),
                adder(HintReceipt.Malformed.class).sum(),
                adder(HintReceipt.Deferred.class).sum());
    }

    private LongAdder adder(Class<?> receipt) {
        return receipts.computeIfAbsent(receipt, ignored -> new LongAdder());
    }
}
