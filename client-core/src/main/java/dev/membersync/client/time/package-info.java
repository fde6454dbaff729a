/** Time as a parameter: wall clock, monotonic nanoseconds, waiting and scheduling behind one seam. */
@NullMarked
package dev.membersync.client.time;

import org.jspecify.annotations.NullMarked;
