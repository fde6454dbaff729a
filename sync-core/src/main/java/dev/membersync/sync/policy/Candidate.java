package dev.membersync.sync.policy;

import dev.membersync.sync.record.TicketRef;

/**
 * A registration that might be a member's own.
 *
 * @param row the row of the observed ticket in the store
 * @param ticket its names
 * @param linked true when it belongs to another member already
 * @param sameName true when the holder's name is the member's, under the mapping's canonical form
 * @param age smaller is older; ties are possible
 */
public record Candidate(long row, TicketRef ticket, boolean linked, boolean sameName, long age) {}
