package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.Booking;
import dev.membersync.sync.adapter.OrderResult;
import dev.membersync.sync.adapter.PayResult;
import dev.membersync.sync.adapter.Tag;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Intents;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Registers one member: order, then payment of that order. The order id is the idempotency key: it is stored before the
 * payment is sent, a lost payment answer is settled by paying the same order again, and a lost order answer needs no
 * settling, because an unpaid order is no attendee.
 */
final class CreateCall {
    private static final int MOST_ORDERS = 4;

    private final Run run;
    private final Commit commit;

    CreateCall(Run run, Commit commit) {
        this.run = run;
        this.commit = commit;
    }

    /** True when the member is registered and linked; else the job says what it waits for. */
    boolean run(Job job, Task.Create create) {
        Booking booking = booking(job, create);
        Intent intent = job.intent != null ? job.intent : open(job, create);
        for (int orders = 1; orders <= MOST_ORDERS; orders++) {
            if (intent.orderId().isEmpty()) {
                Optional<Intent> ordered = order(job, create, booking, intent);
                if (ordered.isEmpty()) {
                    return false;
                }
                intent = ordered.get();
            }
            intent = sending(job, create, intent);
            PayResult result = run.desk.pay(intent.orderId().orElseThrow(), booking);
            run.checkpoint("paid");
            if (!(result instanceof PayResult.HoldExpired)) {
                return settle(job, create, intent, result);
            }
            if (settledByOrder(job, create, intent)) {
                return true;
            }
            intent = again(intent);
        }
        throw new ComeBackException("the hold of " + MOST_ORDERS + " orders ran out before they could be paid");
    }

    /** Ends a create that nobody wants any more; if it had worked after all, the ticket is linked. */
    void drop(Job job) {
        Intent intent = job.knownIntent();
        List<Registration> tickets = intent.orderId().map(run.desk::order).orElse(List.of());
        if (tickets.isEmpty()) {
            commit.dropped(job);
            job.intent = null;
        } else {
            commit.found(job, intent, tickets.get(0), "the create that was to be dropped had worked");
        }
    }

    private Intent open(Job job, Task.Create create) {
        Intent intent = new Intent(
                job.userId(),
                OptionalLong.empty(),
                Intent.Step.PREPARED,
                Optional.empty(),
                Optional.of(create.ticketTypeId()),
                Optional.empty(),
                Optional.empty(),
                1);
        // Asked again with the opening: since the member was resolved, another engine may have finished this create.
        if (!run.inTransaction(tx ->
                tx.links().find(List.of(job.userId())).isEmpty() && tx.intents().open(intent) == Intents.Opened.OK)) {
            throw new ComeBackException("another worker is registering this member");
        }
        run.checkpoint("intent");
        return intent;
    }

    private Optional<Intent> order(Job job, Task.Create create, Booking booking, Intent intent) {
        OrderResult result = run.desk.place(booking);
        if (result instanceof OrderResult.Refused refused) {
            throw new RefusedException(refused.why());
        }
        if (!(result instanceof OrderResult.Placed placed)) {
            soldOut(job, create);
            return Optional.empty();
        }
        run.checkpoint("order answered");
        Intent ordered = new Intent(
                intent.userId(),
                intent.openMatchKey(),
                Intent.Step.ORDERED,
                Optional.of(placed.orderId()),
                Optional.of(create.ticketTypeId()),
                Optional.of(run.now().truncatedTo(ChronoUnit.MICROS)),
                Optional.empty(),
                intent.attempt(),
                Commit.marks(job, create.fields()));
        replace(intent, ordered);
        run.checkpoint("ordered");
        return Optional.of(ordered);
    }

    /** Notes what is about to be sent, where an earlier payment of this order may have sent something else. */
    private Intent sending(Job job, Task.Create create, Intent intent) {
        Intent now = intent.sendingToo(Commit.marks(job, create.fields()));
        if (!now.equals(intent)) {
            replace(intent, now);
        }
        return now;
    }

    private boolean settle(Job job, Task.Create create, Intent intent, PayResult result) {
        if (result instanceof PayResult.Issued issued) {
            TicketRef issuedRef = issued.ticket();
            commit.created(
                    job,
                    create,
                    new TicketRef(
                            issuedRef.ticketId(),
                            issuedRef.barcode(),
                            issuedRef.attendeeId(),
                            intent.orderId().orElseThrow()));
            return true;
        }
        if (result instanceof PayResult.AlreadyPaid) {
            if (settledByOrder(job, create, intent)) {
                return true;
            }
            throw new ComeBackException("the order is paid and does not show its ticket yet");
        }
        if (result instanceof PayResult.Refused refused) {
            throw new RefusedException(refused.why());
        }
        soldOut(job, create);
        return false;
    }

    private boolean settledByOrder(Job job, Task.Create create, Intent intent) {
        List<Registration> tickets = run.desk.order(intent.orderId().orElseThrow());
        if (tickets.isEmpty()) {
            return false;
        }
        commit.found(job, intent, tickets.get(0), create.operation().rule());
        return true;
    }

    private Intent again(Intent intent) {
        Intent fresh = new Intent(
                intent.userId(),
                intent.openMatchKey(),
                Intent.Step.PREPARED,
                Optional.empty(),
                intent.ticketTypeId(),
                Optional.empty(),
                Optional.empty(),
                intent.attempt() + 1);
        replace(intent, fresh);
        return fresh;
    }

    private void soldOut(Job job, Task.Create create) {
        run.places.soldOut(create.ticketTypeId());
        commit.dropped(job);
        job.parkFor = CreateCourse.PLACES + create.ticketTypeId();
        job.waitBecause(
                "no place is left in the ticket type " + create.operation().rule());
    }

    /** Moves an intent that nobody else has moved: whoever comes second leaves an order behind that nobody pays. */
    private void replace(Intent seen, Intent next) {
        run.inTransaction(tx -> {
            if (!tx.intents().find(seen.userId()).equals(Optional.of(seen))) {
                throw new ComeBackException("another worker is registering this member");
            }
            tx.intents().replace(next);
            return true;
        });
    }

    private Booking booking(Job job, Task.Create create) {
        String id = create.ticketTypeId();
        boolean free = !run.places.knows(id) || run.places.type(id).isFree();
        String payment = free
                ? run.parts.workflow().freePayment()
                : run.parts
                        .workflow()
                        .paidTickets()
                        .paymentType()
                        .or(() -> decided(job))
                        .orElse("UNPAID");
        return new Booking(id, payment, Tag.note(job.userId()), create.draft());
    }

    /** How a person wants this member's ticket to be booked. */
    private static Optional<String> decided(Job job) {
        return job.answers
                .find(CreateCourse.PRICED)
                .map(given -> given.answer().value())
                .filter(word -> !word.isEmpty())
                .map(word -> word.toUpperCase(Locale.ROOT));
    }
}
