/** Figures for monitoring through Micrometer, which an application adds to its class path. */
@NullMarked
package dev.membersync.sync.metrics;

import org.jspecify.annotations.NullMarked;
