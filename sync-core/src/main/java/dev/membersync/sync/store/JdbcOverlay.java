package dev.membersync.sync.store;

import java.util.Optional;
import java.util.function.Function;

/**
 * An overlay of a JDBC store, on a connection of its own: what is written there is invisible to everybody else and gone
 * when the connection closes, so neither {@code close} nor a crash can keep any of it. It starts with the last committed
 * state, and the store's own connection can go on reading.
 */
final class JdbcOverlay implements SyncStore {
    private final SqlSession session;
    private final SqlGate gate;
    private final String description;
    private final Runnable onClose;

    private JdbcOverlay(SqlSession session, Brackets brackets, String description, Runnable onClose) {
        this.session = session;
        this.gate = new SqlGate(session, account -> brackets, () -> {
            throw new StoreException(description + " has failed and lost what it held; close it");
        });
        this.description = description;
        this.onClose = onClose;
    }

    /**
     * An overlay on a connection of its own, or in memory where the store is small and elsewhere.
     *
     * @param process the store's name among the processes: what that one has leased, its overlay may take over
     * @param members how many are worked on at most
     */
    static SyncStore over(Dialect dialect, String process, long members, Runnable onClose) {
        String description = "overlay of " + dialect.description();
        SqlSession session = new SqlSession(dialect, description);
        try {
            session.process(process);
            Optional<SyncStore> small = SmallCopy.of(session, members, description, onClose);
            if (small.isPresent()) {
                session.close();
                return small.get();
            }
            return new JdbcOverlay(session, dialect.overlay(session), description, onClose);
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
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
            try {
                session.close();
            } finally {
                onClose.run();
            }
        });
    }
}
