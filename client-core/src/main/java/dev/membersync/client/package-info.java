/** Calls that are described before they are sent: operations, options, pages and what a caller can watch. */
@NullMarked
package dev.membersync.client;

import org.jspecify.annotations.NullMarked;
