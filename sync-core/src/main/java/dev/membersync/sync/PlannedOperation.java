package dev.membersync.sync;

import dev.membersync.sync.engine.Operation;
import dev.membersync.sync.policy.Situation;
import java.util.List;
import java.util.Locale;

/**
 * One change that a plan lists, or a run made.
 *
 * @param kind {@code CREATE}, {@code CREATE_MEMBER}, {@code LINK}, {@code UPDATE}, {@code UPDATE_MEMBER}, {@code ENROL},
 *     {@code EXCHANGE} or {@code REMOVE}
 * @param userId the member; of one who is to be made {@code ticket:} and the ticket's id
 * @param ticket the ticket's name, empty for a create
 * @param fields the fields it writes
 * @param situation how the pair was found
 * @param rule why: the matching rung or the ticket type
 * @param basis a keyed hash of what both sides showed when it was decided; an operation is made only while that is so
 */
public record PlannedOperation(
        String kind, String userId, String ticket, List<String> fields, String situation, String rule, String basis) {
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
                operation.rule(),
                operation.basis());
    }

    Operation operation() {
        try {
            return new Operation(
                    Operation.Kind.valueOf(kind), userId, ticket, fields, Situation.valueOf(situation), rule, basis);
        } catch (IllegalArgumentException e) {
            throw new SyncException("the plan has an operation that this program does not know; plan again");
        }
    }

    /** One line for people. */
    @Override
    public String toString() {
        String subject = ticket.isEmpty() ? userId : userId + " (ticket " + ticket + ")";
        return kind.toLowerCase(Locale.ROOT) + " " + subject + " " + String.join(", ", fields) + " [" + rule + "]";
    }
}
