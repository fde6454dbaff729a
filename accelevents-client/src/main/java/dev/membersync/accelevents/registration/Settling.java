package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.Orders;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.policy.Attempt;
import dev.membersync.client.policy.Decision;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.policy.Safety;
import dev.membersync.client.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Pays an order until it is known to be paid, and replaces it once when its hold is over; one use, one thread. */
final class Settling {
    /** The clocks of both sides may differ, and the list looks for what is newer. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final Registrations registrations;
    private final Orders orders;
    private final RequestOptions options;
    private final RetryPolicy retry;
    private final Time time;
    private final RegistrationDraft draft;
    private final List<OrderId> abandoned = new ArrayList<>();
    private boolean mayBePaid;

    Settling(
            Registrations registrations,
            Orders orders,
            RequestOptions options,
            RetryPolicy retry,
            Time time,
            RegistrationDraft draft) {
        this.registrations = registrations;
        this.orders = orders;
        this.options = options;
        this.retry = retry;
        this.time = time;
        this.draft = draft;
    }

    /** As {@link #settle}, for an order that may have been paid before. */
    Registered resume(OrderId orderId, Instant placedAt, Consumer<OrderPlaced> placed) {
        mayBePaid = true;
        return settle(orderId, placedAt, placed);
    }

    Registered settle(OrderId orderId, Instant placedAt, Consumer<OrderPlaced> placed) {
        var done = orElseTold(Optional.of(orderId), () -> paid(orderId, placedAt));
        if (done.isPresent()) {
            return done.get();
        }
        abandoned.add(orderId);
        mayBePaid = false;
        var next = orElseTold(Optional.empty(), () -> registrations.place(draft));
        placed.accept(next);
        return orElseTold(Optional.of(next.orderId()), () -> paid(next.orderId(), next.placedAt()))
                .orElseThrow(() -> new UnfinishedRegistrationException(Optional.of(next.orderId()), abandoned, null))
                .leaving(abandoned);
    }

    /** Empty when the hold is over and the order has no tickets. */
    private Optional<Registered> paid(OrderId orderId, Instant placedAt) {
        var matching = new Matching(orderId, draft, registrations::typeName);
        PaymentOutcome outcome;
        try {
            outcome = pay(orderId);
        } catch (RejectedException | RefusedAnswersException refusal) {
            // An attempt before this one may have worked: only the order knows.
            var order = mayBePaid ? withTickets(orderId) : Optional.<Order>empty();
            return Optional.of(matching.listed(order.orElseThrow(() -> refusal).tickets(), List.of()));
        }
        if (outcome instanceof PaymentOutcome.Issued issued) {
            var told = matching.issued(issued.tickets());
            return Optional.of(told.unmatched().isEmpty() ? told : byNames(told, matching, issued));
        }
        if (outcome instanceof PaymentOutcome.AlreadyPaid) {
            var order = registrations
                    .findOrder(orderId, placedAt.minus(CLOCKS))
                    .filter(found -> !found.tickets().isEmpty())
                    .or(() -> withTickets(orderId))
                    .orElseThrow(() -> new IllegalStateException("it is paid, but does not show its tickets yet"));
            return Optional.of(matching.listed(order.tickets(), List.of()));
        }
        // A late payment may have gone through.
        return withTickets(orderId).map(order -> matching.listed(order.tickets(), List.of()));
    }

    /** Addresses alone do not always tell people apart; an order shows their names too. */
    private Registered byNames(Registered told, Matching matching, PaymentOutcome.Issued issued) {
        try {
            return withTickets(told.orderId())
                    .map(order -> matching.listed(order.tickets(), issued.tickets()))
                    .orElse(told);
        } catch (ApiException unread) {
            return told;
        }
    }

    private Optional<Order> withTickets(OrderId orderId) {
        try {
            return Optional.of(orders.order(orderId).with(options).execute())
                    .filter(order -> !order.tickets().isEmpty());
        } catch (NotFoundException gone) {
            if (gone.code().filter(AcceleventsCodes.ORDER_NOT_FOUND::equals).isEmpty()) {
                throw gone;
            }
            return Optional.empty();
        }
    }

    private PaymentOutcome pay(OrderId orderId) {
        long start = time.nanos();
        for (int tries = 1; ; tries++) {
            try {
                return registrations.attempt(orderId, draft, true);
            } catch (ApiException failure) {
                var elapsed = Duration.ofNanos(time.nanos() - start);
                // The same order can be paid again without harm, though the call by itself is no such write.
                var attempt = new Attempt(
                        tries,
                        Safety.IDEMPOTENT_WRITE,
                        judged(failure),
                        elapsed,
                        OrderPlaced.DEFAULT_HOLD.minus(elapsed));
                if (!(retry.next(attempt) instanceof Decision.RetryAfter again) || !waited(again.delay())) {
                    throw failure;
                }
                mayBePaid = true;
            }
        }
    }

    /** A refusal without a code of the vendor may come from something in between, after the effect. */
    private static RuntimeException judged(ApiException failure) {
        return failure instanceof RejectedException && failure.code().isEmpty()
                ? TransportException.outcomeUnknown("a refusal without a code", failure)
                : failure;
    }

    private boolean waited(Duration delay) {
        try {
            time.sleep(delay);
            return true;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T orElseTold(Optional<OrderId> open, Supplier<T> step) {
        try {
            return step.get();
        } catch (ApiException | RefusedAnswersException | IllegalStateException failure) {
            throw new UnfinishedRegistrationException(open, abandoned, failure);
        }
    }
}
