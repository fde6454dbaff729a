package dev.membersync.sync.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The open transaction of a memory store: its lock, the way back, and what dooms it. */
final class MemoryJournal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean open;
    private boolean undoing;
    private boolean overlaid;
    private boolean closed;
    private @Nullable StoreException doom;

    void begin() {
        lock.lock();
        if (closed || open) {
            boolean nested = open;
            lock.unlock();
            if (nested) {
                throw new IllegalStateException("a transaction of this store is already open on this thread");
            }
            throw new StoreException("the store is closed; open it again");
        }
        open = true;
    }

    /** Keeps the work, unless a part of the store has refused something in it. */
    void commit() {
        if (doom != null) {
            throw doom;
        }
        undo.clear();
    }

    /** Ends the transaction; what was not committed is undone. */
    void end() {
        undoing = true;
        try {
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
        } finally {
            undoing = false;
            open = false;
            doom = null;
            lock.unlock();
        }
    }

    /** Runs outside of transactions, after the running one; one that this thread has open is doomed first. */
    void exclusively(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Undoes what the transaction of this thread has done so far, and lets it fail. */
    void crash() {
        closed = true;
        if (open) {
            undoing = true;
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
            undoing = false;
            doom = new StoreException("the store has crashed");
        }
    }

    void close() {
        closed = true;
    }

    boolean isOpen() {
        return open;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isOverlaid() {
        return overlaid;
    }

    void overlaid(boolean now) {
        overlaid = now;
    }

    void reading() {
        if (!open || !lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("this transaction has ended, or belongs to another thread");
        }
    }

    /** Announces a change, with the way back. */
    void writing(Runnable back) {
        if (undoing) {
            return;
        }
        reading();
        if (doom != null) {
            throw doom;
        }
        if (overlaid) {
            throw refuse(new StoreException(
                    "an overlay of this store is open; until it is closed the store takes no writes"));
        }
        undo.push(back);
    }

    /** Dooms the transaction: nothing of it will remain, even when the work goes on. */
    StoreException refuse(StoreException reason) {
        if (doom == null) {
            doom = reason;
        }
        return reason;
    }
}
