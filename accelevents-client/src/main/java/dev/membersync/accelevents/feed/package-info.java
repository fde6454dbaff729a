/** Tickets as a poller needs them: the orders and the attendee list joined, whole or from a mark on. */
@NullMarked
package dev.membersync.accelevents.feed;

import org.jspecify.annotations.NullMarked;
