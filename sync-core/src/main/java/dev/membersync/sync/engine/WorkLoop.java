package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.store.WorkItem;
import dev.membersync.sync.workflow.RunHaltedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Works off the queue of one run: everything that is due, then what comes due again while the run still waits for it. The
 * next members are there before the last ones are finished, so that no call that the limit allows is missed in between.
 */
final class WorkLoop {
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final int BATCH = 4;
    private static final int PAGE = 1_000;

    private final Run run;
    private final Pipeline pipeline;
    private final List<String> planned;
    private int next;
    private long budget;
    private CompletableFuture<Void> atWork = CompletableFuture.completedFuture(null);

    /** @param most how many members are worked on at most; a canary takes few */
    WorkLoop(Run run, long most) {
        this.run = run;
        this.pipeline = new Pipeline(run);
        this.budget = most;
        this.planned = run.agreed.members();
    }

    /** Runs until nothing is left that this run can still do. */
    void drain() {
        for (int from = 0; from < planned.size(); from += PAGE) {
            List<String> page = planned.subList(from, Math.min(from + PAGE, planned.size()));
            run.inTransaction(tx -> {
                tx.work().mark(page, Lane.LIVE, run.now());
                return true;
            });
        }
        if (run.observations.areWorthAnotherList(!run.plans())) {
            finishing(this::walk);
        }
        rest();
    }

    /** What became due since the lists were worked off. */
    void rest() {
        finishing(() -> {
            boolean more = true;
            while (budget > 0 && more) {
                stopIfInterrupted();
                boolean idle = atWork.isDone(); // asked first: what ends now may be due again
                if (idle) {
                    finish(atWork);
                }
                List<WorkItem> batch = lease();
                if (!batch.isEmpty()) {
                    process(batch);
                } else if (idle) {
                    more = awaitRetry();
                } else {
                    finish(atWork);
                }
                run.halt.throwIfCalled();
            }
        });
    }

    /** Nothing is at work any more when this returns or throws; an error of the work comes before all else. */
    private void finishing(Runnable work) {
        try {
            work.run();
        } catch (Throwable reason) {
            if (reason instanceof RunHaltedException halted) {
                run.halt.because(halted);
            }
            try {
                finish(atWork);
            } catch (Throwable worse) {
                if (worse != reason) {
                    worse.addSuppressed(reason);
                }
                throw worse;
            }
            throw reason;
        }
        finish(atWork);
        run.halt.throwIfCalled();
    }

    /**
     * The work takes longer than what the list showed is good for, or more changed than was kept: each page is read once
     * more, just before those on it are worked on.
     */
    private void walk() {
        Set<String> agreed = Set.copyOf(planned);
        long began = run.parts.time().nanos();
        for (List<Member> page : run.parts.members().pages()) {
            List<String> userIds = page.stream()
                    .map(Member::userId)
                    .distinct()
                    .filter(userId -> !run.agreed.isPlan() || agreed.contains(userId))
                    .limit(budget)
                    .toList();
            List<WorkItem> items =
                    run.inTransaction(tx -> tx.work().lease(userIds, run.parts.owner(), run.now(), LEASE));
            run.observations.show(page, began);
            process(items);
            run.halt.throwIfCalled();
            if (budget <= 0) {
                return;
            }
            began = run.parts.time().nanos();
        }
    }

    private List<WorkItem> lease() {
        int limit = (int) Math.min(budget, (long) BATCH * run.parts.workers());
        if (run.agreed.isPlan()) {
            return leasePlanned(limit);
        }
        return run.inTransaction(tx -> tx.work().lease(limit, run.parts.owner(), run.now(), LEASE));
    }

    /** The members of the plan and nobody else; after a wait for one of them, all of them again. */
    private List<WorkItem> leasePlanned(int limit) {
        List<WorkItem> items = List.of();
        while (items.isEmpty() && next < planned.size()) {
            List<String> page = planned.subList(next, Math.min(next + limit, planned.size()));
            next += page.size();
            items = run.inTransaction(tx -> tx.work().lease(page, run.parts.owner(), run.now(), LEASE));
        }
        return items;
    }

    /** Returns when those before them are finished. */
    private void process(List<WorkItem> items) {
        budget -= items.size();
        CompletableFuture<Void> before = atWork;
        for (WorkItem item : items) {
            atWork = CompletableFuture.allOf(
                    atWork, CompletableFuture.runAsync(() -> pipeline.process(item), run.parts.executor()));
        }
        finish(before);
    }

    private static void finish(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw wrapped;
        }
    }

    /** The members under way are finished first: what they sent is remembered. */
    static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(new InterruptedException());
        }
    }

    private static RunHaltedException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new RunHaltedException("the run was interrupted; the queue keeps what is left", cause);
    }

    private boolean awaitRetry() {
        Instant due = run.retries.poll();
        if (due == null) {
            return false;
        }
        next = 0;
        await(run, due);
        return true;
    }

    /** Waits until then. */
    static void await(Run run, Instant due) {
        Duration wait = Duration.between(run.now(), due);
        if (!wait.isNegative()) {
            try {
                run.parts.time().sleep(wait.plusMillis(1));
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }
}
