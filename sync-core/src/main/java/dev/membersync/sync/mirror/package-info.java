/** Tells one system of the payments that another one collected: level-triggered, one payment at a time, safe to repeat. */
@NullMarked
package dev.membersync.sync.mirror;

import org.jspecify.annotations.NullMarked;
