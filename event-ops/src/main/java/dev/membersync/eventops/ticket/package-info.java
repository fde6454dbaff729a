/** Signed tickets: what they say, who may sign them, and which of them count no more. */
@NullMarked
package dev.membersync.eventops.ticket;

import org.jspecify.annotations.NullMarked;
