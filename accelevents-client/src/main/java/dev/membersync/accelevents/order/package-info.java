/** Orders: reserved, paid, listed, exchanged, refunded, deleted. */
@NullMarked
package dev.membersync.accelevents.order;

import org.jspecify.annotations.NullMarked;
