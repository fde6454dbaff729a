package dev.membersync.sync.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections beside a PostgreSQL store that wait for nobody's turn: each statement is durable by itself, whatever
 * transactions are open. It is for the tables of an {@link Annex} that have to answer at any time; the tables of the store
 * itself are not for it. Thread-safe; statements take turns on one connection, which is opened again when it broke.
 */
public final class SqlAside implements AutoCloseable {
    private final Dialect dialect;
    private final SqlPool pool;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable SqlSession session;
    private boolean closed;

    SqlAside(Dialect dialect) {
        this.dialect = dialect;
        this.pool = new SqlPool(dialect);
    }

    /**
     * Runs statements, each of which is kept when it returns.
     *
     * @throws StoreException when the database refuses one or cannot be reached
     */
    public <T> T run(Function<SqlSession, T> work) {
        lock.lock();
        try {
            SqlSession open = session();
            open.enter(null);
            boolean well = false;
            try {
                T result = work.apply(open);
                open.checkDoom();
                well = true;
                return result;
            } finally {
                open.leave();
                if (!well) {
                    // Whether the connection still serves is not worth asking: this is rare, and a new one does.
                    forget(open);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private SqlSession session() {
        if (closed) {
            throw new StoreException("these connections are closed; open the store again");
        }
        SqlSession open = session;
        if (open == null) {
            open = new SqlSession(dialect, dialect.description());
            SqlSession fresh = open;
            fresh.alone(() -> dialect.prepare(fresh));
            session = open;
        }
        return open;
    }

    private void forget(SqlSession broken) {
        session = null;
        try {
            broken.close();
        } catch (StoreException gone) {
            // It had failed before, and that failure is on its way.
        }
    }

    /** Connections for a library that brings its own statements. They commit each statement, and closing one keeps it for the next use. */
    public DataSource dataSource() {
        return pool;
    }

    /** Gives all connections back; of those in use each when it is closed. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (session != null) {
                forget(session);
            }
        } finally {
            lock.unlock();
        }
        pool.close();
    }
}
