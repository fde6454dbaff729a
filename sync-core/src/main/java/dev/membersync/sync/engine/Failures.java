package dev.membersync.sync.engine;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.policy.Attempt;
import dev.membersync.client.policy.Decision.RetryAfter;
import dev.membersync.client.policy.Safety;
import dev.membersync.sync.adapter.DeskClosedException;
import dev.membersync.sync.adapter.UnknownFieldException;
import dev.membersync.sync.adapter.UnknownTicketException;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.store.DeadLetter;
import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.WorkItem;
import dev.membersync.sync.workflow.RunHaltedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a failure means for a member: later, given up, or the end of the run. A refused credential, a used-up quota and a
 * broken store end the run and are never charged to a member.
 */
final class Failures {
    private static final Duration BURST = Duration.ofSeconds(10);
    private static final Duration NEXT_RUN = Duration.ofHours(1);
    /** So many members in a row without one that worked: the service is down, and trying everybody would not help. */
    static final int MOST_IN_A_ROW = 40;
    /** The same where a probe finds out when it is up again. */
    static final int FEW_IN_A_ROW = 3;

    private final Run run;
    private final int mostInARow;
    private final AtomicInteger inARow = new AtomicInteger();
    private final FailureWindow window = new FailureWindow();

    /** @param mostInARow how many members in a row may meet an outage */
    Failures(Run run, int mostInARow) {
        this.run = run;
        this.mostInARow = mostInARow;
    }

    /** Gives a member back untouched. */
    void postpone(WorkItem item) {
        guarded(() -> free(item));
    }

    /** A member was worked on to the end. */
    void worked(Job job) {
        window.add(false);
        if (!job.tasks.isEmpty()) {
            inARow.set(0);
        }
    }

    void handle(Job job, RuntimeException failure) {
        if (job.takenPlace != null) {
            run.places.giveBack(job.takenPlace);
        }
        guarded(() -> react(job, failure));
    }

    /** A store that is broken cannot even take the failure down: the run ends, and the leases end by themselves. */
    private void guarded(Runnable reaction) {
        try {
            reaction.run();
        } catch (StoreException broken) {
            run.halt.because(broken);
        }
    }

    private void free(WorkItem item) {
        run.inTransaction(tx -> tx.work().postpone(item, run.now()));
    }

    private void react(Job job, RuntimeException failure) {
        if (isPassing(failure)) {
            later(job, failure);
        } else if (failure instanceof PausedException) {
            free(job.item);
        } else if (failure instanceof StoreException || failure instanceof RunHaltedException) {
            run.halt.because(failure); // the store is broken: the lease ends by itself
        } else if (endsTheRun(failure) || (isOutage(failure) && inARow.incrementAndGet() >= mostInARow)) {
            run.halt.because(failure);
            free(job.item);
        } else if (failure instanceof ThrottledException throttled) {
            Duration wait = throttled.retryAfter().orElse(BURST);
            comeBack(
                    run.inTransaction(
                            tx -> tx.work().postpone(job.item, run.now().plus(wait))),
                    wait);
        } else if (isOutage(failure) || isDoubtful(failure)) {
            later(job, failure);
        } else {
            bury(job, failure);
        }
    }

    private static boolean isPassing(RuntimeException failure) {
        return failure instanceof StoreException.Stale
                || failure instanceof ComeBackException
                || failure instanceof UnknownTicketException;
    }

    /** A refusal that names none of the vendor's rules may come from something in between, and may hide an effect (F-06). */
    private static boolean isDoubtful(RuntimeException failure) {
        return failure instanceof RejectedException refusal && refusal.code().isEmpty();
    }

    private static boolean endsTheRun(RuntimeException failure) {
        return failure instanceof AuthException
                || failure instanceof DeskClosedException
                || (failure instanceof ThrottledException throttled
                        && throttled.quota() == ThrottledException.Quota.DAILY)
                || failure instanceof NotFoundException
                || Thread.currentThread().isInterrupted();
    }

    private static boolean isOutage(RuntimeException failure) {
        return failure instanceof TransportException
                || failure instanceof ServerException
                || failure instanceof ThrottledException;
    }

    private void later(Job job, RuntimeException failure) {
        Attempt attempt =
                new Attempt(job.item.attempts() + 1, Safety.IDEMPOTENT_WRITE, failure, Duration.ZERO, NEXT_RUN);
        if (run.parts.retry().next(attempt) instanceof RetryAfter retry) {
            comeBack(run.inTransaction(tx -> tx.work().retry(job.item, run.now().plus(retry.delay()))), retry.delay());
        } else if (isDoubtful(failure)) {
            bury(job, failure);
        } else {
            run.inTransaction(tx -> tx.work().retry(job.item, run.now().plus(NEXT_RUN)));
            run.journal().failed(job.userId(), text(failure));
        }
    }

    private void comeBack(boolean kept, Duration wait) {
        if (kept) {
            Instant due = run.now().plus(wait);
            run.retries.add(due);
        }
    }

    /** Nobody is given up in bulk: what so many meet is nothing about them. */
    private void bury(Job job, RuntimeException failure) {
        if (window.add(true)) {
            run.halt.because(new RunHaltedException(
                    "more than " + FailureWindow.MOST + " of the last " + FailureWindow.LENGTH
                            + " members could not be worked on, the last one because: " + text(failure)
                            + "; mend that first, nobody else is given up",
                    new RefusedException("the last one is " + job.userId())));
            free(job.item);
        } else {
            giveUp(job, failure);
        }
    }

    private void giveUp(Job job, RuntimeException failure) {
        String why = text(failure);
        String kind = failure instanceof RejectedException rejected
                ? rejected.code().orElse("REJECTED")
                : failure instanceof RefusedException
                        ? "REFUSED"
                        : failure.getClass().getSimpleName();
        boolean proven = failure instanceof RejectedException || failure instanceof RefusedException;
        run.inTransaction(tx -> {
            if (failure instanceof RefusedException) {
                Review question = Review.ask(kind, job.userId(), List.of(), why, run.now());
                job.answers.settle(tx, kind, run.now());
                if (!job.answers.ignores(question, run.keys, job)) {
                    tx.reviews().open(question);
                }
            }
            if (proven
                    || tx.intents().find(job.userId()).flatMap(Intent::orderId).isEmpty()) {
                tx.intents().remove(job.userId()); // else its order may have been paid: it stays open and is named
            }
            tx.deadLetters().put(new DeadLetter(job.userId(), kind, why, job.item.attempts() + 1, run.now()));
            tx.work().done(job.item);
            return true;
        });
        run.journal().buried(job.userId(), why);
    }

    /** Only our own exceptions are made to be shown; any other text could hold a value. */
    static String text(RuntimeException failure) {
        return failure instanceof ApiException
                        || failure instanceof ComeBackException
                        || failure instanceof RefusedException
                        || failure instanceof UnknownTicketException
                        || failure instanceof UnknownFieldException
                        || failure instanceof MappingException
                        || failure instanceof StoreException
                        || failure instanceof RunHaltedException
                ? String.valueOf(failure.getMessage())
                : "an unexpected " + failure.getClass().getName() + "; report it with the log of this run";
    }
}
