/**
 * The tables of event operations, beside those of the synchronisation.
 *
 * <p>A package defines its port; here the port gets an {@link dev.membersync.sync.store.Annex} of its own (tables with the
 * package's prefix and a version), one class that runs the port's transactions through {@code JdbcStore.inTransaction} with
 * a record over the session for each part, and a twin in memory over {@code MemoryTables}. Open the annex where the port is
 * made, so that a database gets only the tables that are used. One contract test runs on the twin, on SQLite and on
 * PostgreSQL.
 */
@NullMarked
package dev.membersync.eventops.store;

import org.jspecify.annotations.NullMarked;
