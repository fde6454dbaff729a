package dev.membersync.sync.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/** What differs between databases. */
interface Dialect {
    /** The type of a column of bytes. */
    String bytes();

    /** The type of a text column; texts compare by their UTF-8 bytes. */
    String text();

    /** A column that numbers its rows by itself, from 1 upwards. */
    String autoKey();

    /** Where the database is, for people. */
    String description();

    /** The file of the database, when it is one: then it belongs to one process. */
    Optional<Path> file();

    /** What keeps the rate ledger of all processes that share the database; empty when it belongs to one. */
    default Optional<JdbcLedger.Keeper> ledger() {
        return Optional.empty();
    }

    /** The same kind of database for what must be writable while an overlay is open. */
    Dialect beside();

    /** A new connection that has changed nothing yet. */
    Connection connect();

    /** The pattern of the names of tables that say whether a place is free for a store. */
    String tables();

    /** Prepares a connection for durable work, once it is known that the database is ours. */
    void prepare(SqlSession session);

    /** Runs work on the schema while no other process does. */
    void alone(SqlSession session, Runnable work);

    /**
     * How a transaction that writes begins: those of one account take turns.
     *
     * @param account empty for one that takes turns with all others
     */
    Brackets brackets(String account);

    /** How a transaction begins while an overlay is open: it reads one state. */
    Brackets reading();

    /** How many bytes an overlay may take in memory; 0 where the database is no server. */
    default long memory() {
        return 0;
    }

    /** Turns a new connection into an overlay of what is committed; how its transactions begin. */
    Brackets overlay(SqlSession session);

    /** Has what is deleted from now on overwritten, where the database can. */
    default void overwriting(SqlSession session) {}

    /** What a query of rows that are to be leased ends with. */
    String leasing();

    /** The time that leases are measured by, where the clocks of several machines may differ. */
    long now(SqlSession session, Instant given);

    /** A condition: the process named in this column has ended. It takes one value, the name of this process. */
    String gone(String column);
}
