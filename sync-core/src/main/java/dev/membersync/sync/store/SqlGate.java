package dev.membersync.sync.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one transaction at a time onto a session. */
final class SqlGate {
    private static final String FIND_SCOPE =
            "SELECT scope_id FROM sync_scope WHERE event=? AND workflow=? AND account=? AND occurrence=?";
    private static final String ADD_SCOPE = "INSERT INTO sync_scope(event, workflow, account, occurrence)"
            + " VALUES(?,?,?,?) ON CONFLICT(event, workflow, account, occurrence) DO NOTHING";

    private final ReentrantLock lock = new ReentrantLock();
    private final SqlSession session;
    private final Function<String, Brackets> writing;
    private final Runnable renewal;
    private final Map<Scope, Long> scopeIds = new HashMap<>();
    private boolean open;
    private boolean closed;
    private boolean broken;
    private @Nullable String readOnlyBecause;

    /**
     * A gate.
     *
     * @param writing how a transaction that writes begins, by the account of its scope; empty for one without
     * @param renewal gives the session a new connection after one that broke or failed to roll back; throws when it
     *     cannot
     */
    SqlGate(SqlSession session, Function<String, Brackets> writing, Runnable renewal) {
        this.session = session;
        this.writing = writing;
        this.renewal = renewal;
    }

    <T> T inTransaction(Scope scope, Function<SyncStore.Tx, T> work) {
        return transact(scope.account(), () -> {
            long scopeId = scopeId(scope);
            T result = work.apply(SqlTx.of(session, scopeId));
            return new Done<>(result, () -> {
                if (scopeId != 0) {
                    scopeIds.put(scope, scopeId);
                }
            });
        });
    }

    /** Runs work that belongs to no scope in one transaction. */
    <T> T inTransaction(Function<SqlSession, T> work) {
        return transact("", () -> new Done<>(work.apply(session), () -> {}));
    }

    /** What work gave, and what is to be remembered once it is kept. */
    private record Done<T>(T result, Runnable kept) {}

    private <T> T transact(String account, Supplier<Done<T>> work) {
        lock.lock();
        try {
            checkFree();
            if (broken) {
                renewal.run();
                broken = false;
            }
            session.enter(readOnlyBecause);
            open = true;
            Brackets how = readOnlyBecause == null
                    ? writing.apply(account)
                    : session.dialect().reading();
            return finish(begin(how), work);
        } finally {
            if (lock.getHoldCount() == 1) {
                open = false;
                session.leave();
            }
            lock.unlock();
        }
    }

    private Brackets.End begin(Brackets how) {
        try {
            return beginRenewed(how);
        } catch (SQLException e) {
            // The driver may believe that a transaction is open; without one each statement would commit alone.
            broken = true;
            throw session.failure(e);
        }
    }

    /** A connection that broke while nobody used it shows here, before any work was done: it is replaced in silence. */
    private Brackets.End beginRenewed(Brackets how) throws SQLException {
        try {
            return how.begin(session.connection());
        } catch (SQLException e) {
            if (!SqlSession.isLost(e)) {
                throw e;
            }
            renewal.run();
            session.enter(readOnlyBecause);
            return how.begin(session.connection());
        }
    }

    private <T> T finish(Brackets.End end, Supplier<Done<T>> work) {
        try {
            Done<T> done = work.get();
            session.checkDoom();
            commit(end);
            done.kept().run();
            return done.result();
        } catch (Throwable e) {
            rollback(end, e);
            throw e;
        } finally {
            release(end);
        }
    }

    private void commit(Brackets.End end) {
        try {
            end.commit();
        } catch (SQLException e) {
            throw session.commitFailure(e);
        }
    }

    /**
     * A database that rolls back by itself, as SQLite does on a full disk, refuses to do it again. Nobody then knows what
     * the connection would commit next, so it is not used again; closing it takes back what may be left.
     */
    private void rollback(Brackets.End end, Throwable reason) {
        try {
            end.rollback();
        } catch (SQLException e) {
            broken = true;
            reason.addSuppressed(e);
        }
    }

    /** What was committed is committed, so a failure here only ends the use of the connection. */
    private void release(Brackets.End end) {
        try {
            end.release();
        } catch (SQLException e) {
            broken = true;
        }
    }

    /** The number of a scope, which is remembered only when its transaction was kept; 0 for one without rows. */
    private long scopeId(Scope scope) {
        Long known = scopeIds.get(scope);
        if (known != null) {
            return known;
        }
        Object[] names = {scope.event(), scope.workflow(), scope.account(), scope.occurrence()};
        long found = session.number(FIND_SCOPE, names);
        if (found != 0 || readOnlyBecause != null) {
            return found;
        }
        session.update(ADD_SCOPE, names);
        return session.number(FIND_SCOPE, names);
    }

    /** From now on transactions only read, for this reason; null lets them write again. */
    void readOnly(@Nullable String reason) {
        readOnlyBecause = reason;
    }

    /** Runs something while no transaction is open. */
    void exclusively(Runnable work) {
        lock.lock();
        try {
            if (open) {
                throw new IllegalStateException("a transaction of this store is open on this thread");
            }
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses to go on when the store is closed or this thread has a transaction open. */
    void checkFree() {
        if (open) {
            throw new IllegalStateException("a transaction of this store is already open on this thread");
        }
        if (closed) {
            throw new StoreException("the store is closed; open it again");
        }
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }
}
