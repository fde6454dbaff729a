package dev.membersync.memberships.webhook;

import dev.membersync.client.webhook.Verdict;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts receipts. */
final class Tally {
    private final Map<Slot, LongAdder> counts =
            Arrays.stream(Slot.values()).collect(Collectors.toMap(Function.identity(), slot -> new LongAdder()));

    private enum Slot {
        ACCEPTED,
        DUPLICATE,
        CHANGED,
        FOREIGN,
        STALE,
        INVALID,
        UNSIGNED,
        MALFORMED,
        REFUSED,
        DEFERRED,
        UNDOCUMENTED
    }

    Receipt counted(Receipt receipt) {
        add(slot(receipt));
        if (receipt instanceof Receipt.Duplicate duplicate && duplicate.changed()) {
            add(Slot.CHANGED);
        }
        if (receipt instanceof Receipt.Accepted accepted
                && accepted.event().type().kind() == EventKind.OTHER
                && !accepted.event().type().isDocumented()) {
            add(Slot.UNDOCUMENTED);
        }
        return receipt;
    }

    WebhookCounters snapshot() {
        return new WebhookCounters(
                of(Slot.ACCEPTED),
                of(Slot.DUPLICATE),
                of(Slot.CHANGED),
                of(Slot.FOREIGN),
                of(Slot.STALE),
                of(Slot.INVALID),
                of(Slot.UNSIGNED),
                of(Slot.MALFORMED),
                of(Slot.REFUSED),
                of(Slot.DEFERRED),
                of(Slot.UNDOCUMENTED));
    }

    private static Slot slot(Receipt receipt) {
        if (receipt instanceof Receipt.Accepted) {
            return Slot.ACCEPTED;
        } else if (receipt instanceof Receipt.Duplicate) {
            return Slot.DUPLICATE;
        } else if (receipt instanceof Receipt.Foreign) {
            return Slot.FOREIGN;
        } else if (receipt instanceof Receipt.Stale) {
            return Slot.STALE;
        } else if (receipt instanceof Receipt.Invalid invalid) {
            return invalid.verdict() == Verdict.MISSING ? Slot.UNSIGNED : Slot.INVALID;
        } else if (receipt instanceof Receipt.Malformed) {
            return Slot.MALFORMED;
        }
        return receipt instanceof Receipt.RefusedAddress ? Slot.REFUSED : Slot.DEFERRED;
    }

    private void add(Slot slot) {
        adder(slot).increment();
    }

    private long of(Slot slot) {
        return adder(slot).sum();
    }

    private LongAdder adder(Slot slot) {
        return Objects.requireNonNull(counts.get(slot));
    }
}
