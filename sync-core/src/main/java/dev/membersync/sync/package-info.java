/**
 * The engine as programs see it: {@link dev.membersync.sync.SyncEngine} plans, synchronises and verifies,
 * {@link dev.membersync.sync.LiveSync} follows changes, {@link dev.membersync.sync.Queues} has what waits for people. What
 * they tell is here too: plans, reports, events. A file as a tenant is in {@code config}, the work itself in {@code engine}.
 */
@NullMarked
package dev.membersync.sync;

import org.jspecify.annotations.NullMarked;
