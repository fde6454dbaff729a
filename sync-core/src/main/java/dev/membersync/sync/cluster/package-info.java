/**
 * Many processes on one PostgreSQL: each tenant is worked on by one of them at a time, and by another soon after that one
 * ends. Needs {@code com.github.kagkarlsson:db-scheduler}, an optional dependency.
 */
@NullMarked
package dev.membersync.sync.cluster;

import org.jspecify.annotations.NullMarked;
