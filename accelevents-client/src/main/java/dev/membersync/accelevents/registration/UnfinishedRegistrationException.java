package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.OrderId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order was placed and is not known to be paid. The cause says why: refused answers, a refusal of the vendor, or an answer that was lost.
 *
 * <p>Resume with the order id, and with a corrected draft after a refusal: the order is paid again, never twice.
 */
public final class UnfinishedRegistrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<OrderId> orderId;
    private final transient List<OrderId> abandoned;

    UnfinishedRegistrationException(Optional<OrderId> orderId, List<OrderId> abandoned, @Nullable Throwable cause) {
        super(
                orderId.map(id -> "order " + id + " is placed and not known to be paid, resume it")
                                .orElse("no order could be placed after orders " + abandoned + ", whose hold is over")
                        + (cause == null ? "" : ": " + cause.getMessage()),
                cause);
        this.orderId = orderId;
        this.abandoned = List.copyOf(abandoned);
    }

    /** The order to resume; it frees its places by itself when its hold ends. Empty when only abandoned ones are left, and after deserialisation. */
    public Optional<OrderId> orderId() {
        return orderId == null ? Optional.empty() : orderId;
    }

    /** Orders left unpaid before that one, because their hold was over; empty after deserialisation. */
    public List<OrderId> abandoned() {
        return abandoned == null ? List.of() : abandoned;
    }
}
