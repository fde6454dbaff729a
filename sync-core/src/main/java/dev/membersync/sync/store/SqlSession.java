package dev.membersync.sync.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with its prepared statements, on which a transaction runs. It is of use only inside of the work that it
 * was given to, and on its thread. Values are bound in the order of their question marks: texts, whole numbers, booleans
 * (as 1 and 0), bytes and null. A failure dooms the transaction, even when the work goes on.
 */
public final class SqlSession implements AutoCloseable {
    /**
     * Keys in one IN list; lists are filled up to one of these sizes so that few statements are prepared. A page of either
     * service has a hundred rows.
     */
    private static final int[] LIST_SIZES = {1, 4, 16, 64, 100, 256};

    private static final Logger LOG = LoggerFactory.getLogger(SqlSession.class);
    private static final String LIST = "(?*)";

    /** PostgreSQL's answer to a text with a NUL character. */
    private static final String NUL = "22021";

    private final Dialect dialect;
    private final String place;
    private Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private volatile boolean open = true;
    private String process = "";
    private String origin = "";
    private @Nullable Thread user;
    private @Nullable StoreException doom;
    private @Nullable String readOnlyBecause;

    SqlSession(Dialect dialect, String place) {
        this.dialect = dialect;
        this.place = place;
        this.connection = dialect.connect();
    }

    Dialect dialect() {
        return dialect;
    }

    /** The name of this process among those that use the database. */
    String process() {
        return process;
    }

    void process(String name) {
        process = name;
    }

    /** What the connection leads to: another database, or the same after a restart, has another name. */
    String origin() {
        return origin;
    }

    void origin(String name) {
        origin = name;
    }

    Connection connection() {
        return connection;
    }

    /** Goes on with another connection; what the old one had not committed is lost with it. */
    void renew() {
        Connection fresh = dialect.connect();
        prepared.clear();
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("{}: a broken connection did not close: {}", place, e.getMessage());
        }
        connection = fresh;
    }

    /** Gives the session to the calling thread for one transaction. */
    void enter(@Nullable String whyReadOnly) {
        user = Thread.currentThread();
        readOnlyBecause = whyReadOnly;
    }

    void leave() {
        user = null;
        doom = null;
        readOnlyBecause = null;
    }

    /** Fails when a part of the store has refused something, even if the work went on. */
    void checkDoom() {
        if (doom != null) {
            throw doom;
        }
    }

    /** Dooms the transaction: nothing of it will remain. */
    StoreException refuse(StoreException reason) {
        if (doom == null) {
            doom = reason;
        }
        return reason;
    }

    /**
     * Runs one change; the number of rows it met.
     *
     * @throws StoreException when the database refuses it
     */
    public int update(String sql, @Nullable Object... values) {
        checkWritable();
        try {
            PreparedStatement statement = prepare(sql);
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Runs one change for each list of values.
     *
     * @throws StoreException when the database refuses one
     */
    public void batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        checkWritable();
        try {
            PreparedStatement statement = prepare(sql);
            for (@Nullable Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Reads all rows of a query.
     *
     * @throws StoreException when the database refuses it
     */
    public <T> List<T> list(String sql, SqlRow.Reader<T> reader, @Nullable Object... values) {
        checkUser();
        try {
            PreparedStatement statement = prepare(sql);
            bind(statement, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                SqlRow row = new SqlRow(result);
                while (result.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Reads the first row of a query. */
    public <T> Optional<T> one(String sql, SqlRow.Reader<T> reader, @Nullable Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** Reads one number; 0 when there is no row. */
    public long number(String sql, @Nullable Object... values) {
        return one(sql, row -> row.number(1), values).orElse(0L);
    }

    /** Runs a query for all keys; {@code (?*)} in it stands for the list of them and comes before all other values. */
    public <T> List<T> listIn(String sql, Collection<?> keys, SqlRow.Reader<T> reader, @Nullable Object... values) {
        List<Object> distinct = new ArrayList<>(keys.stream().distinct().toList());
        List<T> rows = new ArrayList<>();
        int largest = LIST_SIZES[LIST_SIZES.length - 1];
        for (int from = 0; from < distinct.size(); from += largest) {
            List<Object> chunk = distinct.subList(from, Math.min(distinct.size(), from + largest));
            int size = listSize(chunk.size());
            @Nullable Object[] bound = new Object[size + values.length];
            for (int i = 0; i < size; i++) {
                bound[i] = chunk.get(Math.min(i, chunk.size() - 1));
            }
            System.arraycopy(values, 0, bound, size, values.length);
            rows.addAll(list(sql.replace(LIST, "(?" + ",?".repeat(size - 1) + ")"), reader, bound));
        }
        return rows;
    }

    private static int listSize(int keys) {
        for (int size : LIST_SIZES) {
            if (keys <= size) {
                return size;
            }
        }
        throw new IllegalArgumentException(keys + " keys are more than one list takes");
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else if (value instanceof Boolean flag) {
                statement.setInt(i + 1, flag ? 1 : 0);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setString(i + 1, (String) value);
            }
        }
    }

    static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private void checkUser() {
        if (user != Thread.currentThread()) {
            throw new IllegalStateException("this transaction has ended, or belongs to another thread");
        }
    }

    private void checkWritable() {
        checkUser();
        checkDoom();
        if (readOnlyBecause != null) {
            throw refuse(new StoreException(readOnlyBecause));
        }
    }

    /** The failure of the database, which dooms the transaction. */
    StoreException failure(SQLException cause) {
        String why = NUL.equals(cause.getSQLState())
                ? " keeps no text with a NUL character (U+0000); it came with a record, mend it there"
                : " failed: " + cause.getMessage();
        return refuse(
                new StoreException(place + why + "; nothing of this transaction was kept" + Remedy.of(cause), cause));
    }

    /** The failure of a commit. When the connection was lost with it, nobody knows how it ended. */
    StoreException commitFailure(SQLException cause) {
        return isLost(cause)
                ? new StoreException(
                        place + " was lost during a commit: " + cause.getMessage()
                                + "; whether that transaction was kept is to be looked up",
                        cause)
                : failure(cause);
    }

    /** True when the connection is of no use any more: it broke (class 08), or the server ended it (57P). */
    static boolean isLost(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /** Begins a transaction that never ends: what it holds is gone when the connection closes. */
    void endlessly() {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs work that belongs to no transaction of a user: the schema. */
    void alone(Runnable work) {
        enter(null);
        try {
            work.run();
        } finally {
            leave();
        }
    }

    boolean isOpen() {
        return open;
    }

    /** Gives the connection back. The store does it. */
    @Override
    public void close() {
        open = false;
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException(place + " did not close cleanly: " + e.getMessage(), e);
        }
    }
}
