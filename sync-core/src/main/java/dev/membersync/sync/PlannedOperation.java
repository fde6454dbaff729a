package dev.membersync.sync;

import dev.membersync.sync.engine.Operation;
import java.util.List;
import java.util.Locale;

/**
 * One change that a plan lists, or a run made.
 *
 * @param kind {@code CREATE}, {@code LINK}, {@code UPDATE}, {@code UPDATE_MEMBER}, {@code EXCHANGE} or {@code REMOVE}
 * @param userId the member
 * @param ticket the ticket's name, empty for a create
 * @param fields the fields it writes
 * @param situation how the pair was found
 * @param rule why: the matching rung or the ticket type
 */
public record PlannedOperation(
        String kind, String userId, String ticket, List<String> fields, String situation, String rule) {
    public PlannedOperation {
        fields = List.copyOf(fields);
    }

    static PlannedOperation of(Operation operation) {
        return new PlannedOperation(
                operation.kind().name(),
                operation.userId(),
                operation.ticket(),
                operation.fields(),
                operation.situation().name(),
                operation.rule());
    }

    /** One line for people. */
    @Override
    public String toString() {
        String subject = ticket.isEmpty() ? userId : userId + " (ticket " + ticket + ")";
        return kind.toLowerCase(Locale.ROOT) + " " + subject + " " + String.join(", ", fields) + " [" + rule + "]";
    }
}
