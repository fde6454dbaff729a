package dev.membersync.sync.store;

import dev.membersync.client.policy.Lane;
import java.time.Instant;
import java.util.Optional;

/**
 * A member that has to be looked at.
 *
 * @param userId the member
 * @param seq raised by every mark; a mark that arrives during the work keeps the item
 * @param epoch raised by every lease; the holder of an older one can finish nothing
 * @param lane how urgent it is
 * @param dueAt not before this time
 * @param attempts failed attempts since the last success
 * @param waitsFor what a parked item waits for; a parked item is never leased
 */
public record WorkItem(
        String userId, long seq, long epoch, Lane lane, Instant dueAt, int attempts, Optional<String> waitsFor) {}
