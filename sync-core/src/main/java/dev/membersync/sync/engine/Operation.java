package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Situation;
import java.util.List;

/**
 * One change that is planned or made.
 *
 * @param kind what it does
 * @param userId the member
 * @param ticket the ticket's shown name, empty for a create
 * @param fields the fields it writes
 * @param situation how the pair was found
 * @param rule why, for people: the matching rung or the ticket type
 * @param basis a keyed hash of what both sides showed when it was decided
 */
public record Operation(
        Kind kind, String userId, String ticket, List<String> fields, Situation situation, String rule, String basis) {
    /** What an operation does. */
    public enum Kind {
        /** Makes a registration: an order and its payment, which mails the buyer. */
        CREATE,
        /** Makes a member of a ticket's holder: three reads and one call. The ticket stands in place of the member. */
        CREATE_MEMBER,
        /** Links a registration that was there. No call. */
        LINK,
        /** Writes the holder: one read and one write. */
        UPDATE,
        /** Writes the member: one read of the ticket and one to four calls. */
        UPDATE_MEMBER,
        /** Puts the member into a workflow of the Memberships side: one call, and what that workflow does then. */
        ENROL,
        /** Gives the ticket another type: one call. */
        EXCHANGE,
        /** Deletes the ticket: one call. */
        REMOVE
    }

    public Operation {
        fields = List.copyOf(fields);
    }

    /** One line that says the same for the same operation, whenever and in whatever order it is planned. */
    public String line() {
        return kind + " " + userId + " " + ticket + " " + String.join(",", fields) + " " + rule;
    }
}
