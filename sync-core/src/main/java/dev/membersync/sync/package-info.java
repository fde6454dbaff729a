/** Skeleton. */
@NullMarked
package dev.membersync.sync;

import org.jspecify.annotations.NullMarked;
