/** Payments: recorded for members, and read from orders, transactions and subscriptions. */
@NullMarked
package dev.membersync.memberships.payment;

import org.jspecify.annotations.NullMarked;
