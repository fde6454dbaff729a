package dev.membersync.sync.store;

import java.nio.file.Path;
import java.sql.Connection;
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

    /** The file of the database, when it is one. */
    Optional<Path> file();

    /** A new connection that has changed nothing yet. */
    Connection connect();

    /** Prepares a connection for durable work, once it is known that the database is ours. */
    void prepare(SqlSession session);
}
