package dev.membersync.sync.store;

import dev.membersync.client.auth.GrantCipher;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.policy.RateLedger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A durable store in a database: one SQLite file, which belongs to one process at a time, or PostgreSQL, which many
 * processes share. Thread-safe: the transactions of one object run one after the other on one connection. Those of
 * several processes on one PostgreSQL store take turns with those of the same {@link Scope#account()} and wait for no
 * other account; one without an account is alone. A connection that broke is opened again.
 *
 * <p>The database driver is an optional dependency: {@code jdbc:sqlite:} needs {@code org.xerial:sqlite-jdbc},
 * {@code jdbc:postgresql:} needs {@code org.postgresql:postgresql}. PostgreSQL is reached directly or through a pool that
 * keeps a session ({@code pgbouncer} in session mode), because settings and leases belong to the session.
 */
public final class JdbcStore implements SyncStore {
    private static final String OVERLAID =
            "an overlay of this store is open; until it is closed the store takes no writes";

    private final Dialect dialect;
    private final @Nullable StoreOwner owner;
    private final SqlSession session;
    private final SqlGate gate;
    private final AtomicLong lapses = new AtomicLong();
    private volatile @Nullable SyncStore overlay;
    private @Nullable JdbcStore beside;
    private @Nullable JdbcLedger ledger;

    private JdbcStore(Dialect dialect, @Nullable StoreOwner owner, SqlSession session) {
        this.dialect = dialect;
        this.owner = owner;
        this.session = session;
        this.gate = new SqlGate(session, dialect::brackets, this::renew);
    }

    /**
     * Opens the store at this url, and makes it when there is none.
     *
     * @param url {@code jdbc:sqlite:<path of a file>}, whose folder must exist; or {@code jdbc:postgresql://host/database}
     *     with the options of its driver, such as {@code user}, {@code password}, {@code sslmode} and
     *     {@code currentSchema}, which must exist
     * @throws StoreException.Owned when another process, or another part of this one, has it open (SQLite)
     * @throws StoreException.NotDurable when the server may lose acknowledged commits (PostgreSQL with fsync off)
     * @throws StoreException when the url is of another kind, the driver is missing, the place holds no store of ours or
     *     one of a newer version, or it cannot be reached or written
     */
    public static JdbcStore open(String url) {
        return open(dialect(url, null, null));
    }

    /** As {@link #open(String)}, with the user and the password of a PostgreSQL role. */
    public static JdbcStore open(String url, String user, Secret password) {
        return open(dialect(url, user, password));
    }

    static JdbcStore open(Dialect dialect) {
        StoreOwner owner = dialect.file().map(StoreOwner::claim).orElse(null);
        SqlSession session = null;
        try {
            session = new SqlSession(dialect, dialect.description());
            Schema.open(session, dialect);
            return new JdbcStore(dialect, owner, session);
        } catch (RuntimeException e) {
            closeQuietly(session, e);
            closeQuietly(owner, e);
            throw e;
        }
    }

    private static Dialect dialect(String url, @Nullable String user, @Nullable Secret password) {
        if (url.startsWith(SqliteDialect.PREFIX)) {
            return SqliteDialect.of(url);
        }
        if (url.startsWith(PostgresDialect.PREFIX)) {
            return PostgresDialect.of(url, user, password);
        }
        // The rest of a url may hold a password.
        String scheme = url.matches("jdbc:[A-Za-z0-9]+:.*") ? url.substring(0, url.indexOf(':', 5) + 1) : "this url";
        throw new StoreException(scheme + " is no kind of store; supported: " + SqliteDialect.PREFIX
                + "<path of a file> and " + PostgresDialect.PREFIX + "//<host>/<database>");
    }

    private static void closeQuietly(@Nullable AutoCloseable open, Exception reason) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            reason.addSuppressed(e);
        }
    }

    private void renew() {
        String before = session.origin();
        session.renew();
        session.alone(() -> dialect.prepare(session));
        if (!session.origin().equals(before)) {
            lapses.incrementAndGet();
        }
    }

    /**
     * {@inheritDoc} On PostgreSQL each connection that leads to a server which was started at another time, or to another
     * database of the same name, counts: a restart that lost nothing does too.
     */
    @Override
    public long lapses() {
        return lapses.get();
    }

    /** Where a key file of this store belongs: beside its database file, when it is one. */
    public Optional<Path> keyFile() {
        return dialect.file().map(file -> file.resolveSibling(file.getFileName() + ".key"));
    }

    /** Where {@link #tokens} rest, when that is a file; it is of use to nobody else while this store is open. */
    public Optional<Path> grantsFile() {
        return dialect.file().map(SqliteDialect::grants);
    }

    /**
     * Where tokens of this store rest, encrypted with a key that comes from the store key. It takes writes while an overlay
     * is open: of a SQLite store it is a file beside it with the ending {@code .grants}, of PostgreSQL a table. It is of
     * use until this store is closed. A grant that was written with another key, or was tampered with, is an error that says
     * to connect the account again.
     *
     * @param random where nonces come from
     * @throws StoreException when it cannot be opened
     */
    public TokenStore tokens(StoreKey key, SecureRandom random) {
        JdbcStore[] opened = new JdbcStore[1];
        gate.exclusively(() -> {
            gate.checkFree();
            if (beside == null) {
                beside = open(dialect.beside());
            }
            opened[0] = beside;
        });
        return new JdbcTokenStore(opened[0], GrantCipher.of(key.derived("tokens"), random), random);
    }

    /**
     * Where the processes that share this store keep count of the calls of a credential together, on a connection of its own:
     * it works while an overlay is open. It is of use until this store is closed.
     *
     * @return empty for a store that belongs to one process (SQLite)
     * @throws StoreException when it cannot be opened
     */
    public Optional<RateLedger> ledger() {
        gate.exclusively(() -> {
            gate.checkFree();
            if (ledger == null) {
                ledger = dialect.ledger()
                        .map(keeper -> JdbcLedger.open(dialect, keeper))
                        .orElse(null);
            }
        });
        return Optional.ofNullable(ledger);
    }

    /**
     * Makes the tables of another module, or brings them up to its newest version.
     *
     * @throws StoreException when they are newer than the module, or an overlay of this store is open
     */
    public void open(Annex annex) {
        gate.exclusively(() -> {
            gate.checkFree();
            if (overlay != null) {
                throw new StoreException(OVERLAID);
            }
            Schema.open(session, dialect, annex);
        });
    }

    /**
     * Connections of their own to the same database, for tables of an {@link Annex} that wait for no turn of this store's
     * transactions. They stay open when this store is closed.
     *
     * @throws StoreException when this is a SQLite store, whose file one connection writes
     */
    public SqlAside aside() {
        if (dialect.file().isPresent()) {
            throw new StoreException(
                    description() + " belongs to one process; many need PostgreSQL: a url that begins with "
                            + PostgresDialect.PREFIX);
        }
        return new SqlAside(dialect);
    }

    /**
     * Runs work on the tables of an {@link Annex} in one transaction, once and alone: it takes its turn with all other
     * transactions of this store, whatever their account, those of other processes included. When it returns, everything in it is durable; when it
     * throws, nothing of it is. The work must not start another transaction of this store.
     *
     * @throws StoreException when the store fails; the work has had no effect
     */
    public <T> T inTransaction(Function<SqlSession, T> work) {
        return gate.inTransaction(work);
    }

    @Override
    public <T> T inTransaction(Scope scope, Function<Tx, T> work) {
        return gate.inTransaction(scope, work);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Reads of this store go on beside an overlay and see what is committed.
     */
    @Override
    public SyncStore overlay() {
        return overlay(Long.MAX_VALUE);
    }

    /**
     * {@inheritDoc} A copy is made of a store on PostgreSQL where it takes a quarter of the heap and 256 MiB at most, and no
     * other process is at work in the store.
     */
    @Override
    public SyncStore overlay(long members) {
        SyncStore[] opened = new SyncStore[1];
        gate.exclusively(() -> {
            gate.checkFree();
            if (overlay != null) {
                throw new StoreException("an overlay of this store is open already; close it first");
            }
            opened[0] = JdbcOverlay.over(dialect, session.process(), members, this::overlayClosed);
            overlay = opened[0];
            gate.readOnly(OVERLAID);
        });
        return opened[0];
    }

    private void overlayClosed() {
        gate.exclusively(() -> {
            overlay = null;
            gate.readOnly(null);
        });
    }

    @Override
    public String description() {
        return dialect.description();
    }

    /** Gives the database back; an overlay that is open ends with it. Closing again does nothing. */
    @Override
    public void close() {
        gate.exclusively(gate::close);
        // Not under the lock: a closing overlay takes its own lock first and then this store's.
        SyncStore above = overlay;
        if (above != null) {
            above.close();
        }
        gate.exclusively(() -> {
            if (beside != null) {
                beside.close();
            }
            if (ledger != null) {
                ledger.close();
            }
            if (session.isOpen()) {
                try {
                    session.close();
                } finally {
                    if (owner != null) {
                        owner.close();
                    }
                }
            }
        });
    }
}
