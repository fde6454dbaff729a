/** Discount codes, which lower a price, and access codes, which open hidden ticket types. */
@NullMarked
package dev.membersync.accelevents.discount;

import org.jspecify.annotations.NullMarked;
