/** Prices of products on HighLevel, the one thing sold there that the API shows to grant an offer of a membership. */
@NullMarked
package dev.membersync.memberships.product;

import org.jspecify.annotations.NullMarked;
