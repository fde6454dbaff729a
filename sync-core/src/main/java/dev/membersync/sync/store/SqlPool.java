package dev.membersync.sync.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections that are used again: up to two wait, more are opened when they are needed. Thread-safe. */
final class SqlPool implements DataSource, AutoCloseable {
    private static final int WAITING = 2;

    private final Dialect dialect;
    private final Deque<Connection> waiting = new ArrayDeque<>();
    private boolean closed;

    SqlPool(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = take();
        if (real == null) {
            try {
                real = dialect.connect();
            } catch (StoreException e) {
                throw new SQLException(e.getMessage(), "08001", e);
            }
        }
        Lent lent = new Lent(real);
        return (Connection) Proxy.newProxyInstance(
                SqlPool.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> lent.call(method, arguments));
    }

    private synchronized @Nullable Connection take() throws SQLException {
        if (closed) {
            throw new SQLException("these connections are closed; open the store again", "08003");
        }
        return waiting.poll();
    }

    private void giveBack(Connection real, boolean broken) throws SQLException {
        synchronized (this) {
            // A statement fails out of our sight; a driver whose connection broke under one has closed it.
            if (!broken && !closed && waiting.size() < WAITING && !real.isClosed() && real.getAutoCommit()) {
                waiting.push(real);
                return;
            }
        }
        real.close();
    }

    /** A connection in somebody's hands; one that broke there is not used again. */
    private final class Lent {
        private final Connection real;
        private boolean broken;
        private boolean returned;

        private Lent(Connection real) {
            this.real = real;
        }

        private synchronized @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                if (!returned) {
                    returned = true;
                    giveBack(real, broken);
                }
                return null;
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                broken = true;
                throw e.getCause() == null ? e : e.getCause();
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Connection connection : waiting) {
            try {
                connection.close();
            } catch (SQLException gone) {
                // Nothing of it was still to be kept.
            }
        }
        waiting.clear();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the store knows its user");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the store logs by slf4j");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("there is nothing inside that is a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
