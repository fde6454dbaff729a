package dev.membersync.sync.store;

import java.time.Instant;
import java.util.List;

/**
 * One write at a vendor, with the observation that caused it.
 *
 * @param at when it was done
 * @param userId the member
 * @param ticket the ticket's shown name, empty when there is none yet
 * @param situation how the pair was found
 * @param operation what was done
 * @param fields the fields that were written
 * @param outcome how it ended
 */
public record AuditRow(
        Instant at,
        String userId,
        String ticket,
        String situation,
        String operation,
        List<String> fields,
        String outcome) {
    public AuditRow {
        fields = List.copyOf(fields);
    }
}
