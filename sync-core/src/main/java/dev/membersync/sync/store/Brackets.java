package dev.membersync.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** How a transaction begins and ends on a connection. */
interface Brackets {
    /** The start; gives how it ends. */
    End begin(Connection connection) throws SQLException;

    /** The end of a transaction. */
    interface End {
        /** Makes it durable. */
        void commit() throws SQLException;

        /** Takes it back. */
        void rollback() throws SQLException;

        /** Leaves the connection as it was before. */
        default void release() throws SQLException {}
    }

    /** A transaction of its own. */
    static End durable(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return new End() {
            @Override
            public void commit() throws SQLException {
                connection.commit();
            }

            @Override
            public void rollback() throws SQLException {
                connection.rollback();
            }

            @Override
            public void release() throws SQLException {
                connection.setAutoCommit(true);
            }
        };
    }

    /** Reads only; nobody else writes meanwhile, so each statement sees the same state. */
    static End reading(Connection connection) {
        return new End() {
            @Override
            public void commit() {}

            @Override
            public void rollback() {}
        };
    }

    /** A part of the transaction that is open on the connection. */
    static End nested(Connection connection) throws SQLException {
        Savepoint start = connection.setSavepoint();
        return new End() {
            @Override
            public void commit() throws SQLException {
                connection.releaseSavepoint(start);
            }

            @Override
            public void rollback() throws SQLException {
                connection.rollback(start);
                connection.releaseSavepoint(start);
            }
        };
    }
}
