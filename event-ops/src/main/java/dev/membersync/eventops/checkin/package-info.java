/**
 * Check-in: scans as facts, one evaluator for gates online and offline, issuing and upload. Nothing here is personal data.
 *
 * <p>Start at {@link dev.membersync.eventops.checkin.CheckIn} for gates that reach the books, and at
 * {@link dev.membersync.eventops.checkin.OfflineDoor} for those that do not.
 */
@NullMarked
package dev.membersync.eventops.checkin;

import org.jspecify.annotations.NullMarked;
