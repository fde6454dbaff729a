package dev.membersync.sync.store;

import java.sql.SQLException;
import java.util.function.Function;

/**
 * An overlay of a JDBC store: one transaction on a connection of its own that is never committed, with a savepoint for
 * each inner transaction.
 *
 * <p>A second connection is the simplest safe way with a write-ahead log. What it writes is invisible to everybody else
 * until a commit, which never comes, so neither {@code close} nor a crash can keep any of it. It starts as the writer
 * and so sees the last committed state, and the store's own connection can go on reading.
 */
final class JdbcOverlay implements SyncStore {
    private final SqlSession session;
    private final SqlGate gate;
    private final String description;
    private final Runnable onClose;

    private JdbcOverlay(SqlSession session, String description, Runnable onClose) {
        this.session = session;
        this.gate = new SqlGate(session, Brackets::nested, () -> {
            throw new StoreException(description + " has failed and lost what it held; close it");
        });
        this.description = description;
        this.onClose = onClose;
    }

    static JdbcOverlay over(Dialect dialect, Runnable onClose) {
        String description = "overlay of " + dialect.description();
        SqlSession session = new SqlSession(dialect.connect(), description);
        try {
            session.connection().setAutoCommit(false);
            return new JdbcOverlay(session, description, onClose);
        } catch (SQLException e) {
            session.close();
            throw new StoreException(description + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public <T> T inTransaction(Scope scope, Function<Tx, T> work) {
        return gate.inTransaction(scope, work);
    }

    @Override
    public SyncStore overlay() {
        throw new StoreException("an overlay takes no overlay of its own");
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        gate.exclusively(() -> {
            if (!session.isOpen()) {
                return;
            }
            gate.close();
            // A connection that closes takes back what it has not committed, and this one never commits.
            try {
                session.close();
            } finally {
                onClose.run();
            }
        });
    }
}
