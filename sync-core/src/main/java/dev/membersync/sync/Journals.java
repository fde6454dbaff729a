package dev.membersync.sync;

import dev.membersync.sync.engine.Journal;
import dev.membersync.sync.engine.Operation;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.store.Review;
import dev.membersync.sync.workflow.RunHaltedException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener what the engine writes in its journal. */
final class Journals implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);

    private final SyncListener listener;

    private Journals(SyncListener listener) {
        this.listener = listener;
    }

    /** A listener that fails ends the run, and is never charged to a member. */
    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException failure) {
            throw new RunHaltedException("a SyncListener failed; the run ended, and the queue keeps the rest", failure);
        }
    }

    static Journal of(SyncListener listener) {
        return new Journals(listener);
    }

    @Override
    public void page(String side, int number, int rows) {
        tell(() -> listener.page(side, number, rows));
    }

    @Override
    public void starting(long mails) {
        tell(() -> listener.starting(mails));
    }

    @Override
    public void planned(Operation operation) {
        tell(() -> listener.planned(PlannedOperation.of(operation)));
    }

    @Override
    public void done(Operation operation) {
        tell(() -> listener.done(PlannedOperation.of(operation)));
    }

    @Override
    public void live(LiveEvent event) {
        try {
            listener.live(event);
        } catch (RuntimeException failure) {
            LOG.warn("a SyncListener failed: {}", failure.getClass().getName());
        }
    }

    @Override
    public void skipped(String userId, String reason) {
        tell(() -> listener.noted(userId, reason));
    }

    @Override
    public void held(String userId, List<String> reasons) {
        tell(() -> reasons.forEach(reason -> listener.noted(userId, reason)));
    }

    @Override
    public void asked(Review review, boolean fresh) {
        if (fresh) {
            tell(() -> listener.noted(review.subject(), review.kind() + ": " + review.reason()));
        }
    }

    @Override
    public void failed(String userId, String reason) {
        tell(() -> listener.noted(userId, reason));
    }

    @Override
    public void buried(String userId, String reason) {
        tell(() -> listener.noted(userId, reason));
    }
}
