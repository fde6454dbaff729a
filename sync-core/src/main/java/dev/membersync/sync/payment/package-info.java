/**
 * Money that was collected, given back and mirrored: facts, a journal that balances, and what does not agree. Pure: no
 * service, no store, no clock.
 */
@NullMarked
package dev.membersync.sync.payment;

import org.jspecify.annotations.NullMarked;
