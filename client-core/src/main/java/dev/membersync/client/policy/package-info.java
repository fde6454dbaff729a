/** Retry and rate decisions, free of clocks and threads of their own. */
@NullMarked
package dev.membersync.client.policy;

import org.jspecify.annotations.NullMarked;
