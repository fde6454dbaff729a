/** Reads and writes the JSON and the headers of the Memberships API; not exported, so it may change at any time. */
@NullMarked
package dev.membersync.memberships.internal;

import org.jspecify.annotations.NullMarked;
