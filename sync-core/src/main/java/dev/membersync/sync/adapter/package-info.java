/** Ports over the two typed clients: the only place that knows both the engine's records and the wire. */
@NullMarked
package dev.membersync.sync.adapter;

import org.jspecify.annotations.NullMarked;
