/** Ticket types: what is sold, for how much, and how much of it is left. */
@NullMarked
package dev.membersync.accelevents.ticket;

import org.jspecify.annotations.NullMarked;
