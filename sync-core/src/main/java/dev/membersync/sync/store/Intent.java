package dev.membersync.sync.store;

import dev.membersync.sync.record.Mark;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A create that was decided and is not yet proven done or undone. Keyed by the member, never by what is sent, and never
 * dropped because time has passed.
 *
 * @param userId the member it is for
 * @param openMatchKey the match key that no other open intent may have; empty where the target has a key of its own
 * @param step how far it came
 * @param orderId the vendor's order, once its answer arrived: the idempotency key of the payment step
 * @param ticketTypeId the ticket type that was ordered
 * @param sentAt when the last call that may have had an effect was about to be sent
 * @param probeAt when to look again
 * @param attempt how often the effect was attempted
 * @param sent what the call that may have had an effect sends, per field; a field is left out of it where two such calls
 *     sent different values
 */
public record Intent(
        String userId,
        OptionalLong openMatchKey,
        Step step,
        Optional<String> orderId,
        Optional<String> ticketTypeId,
        Optional<Instant> sentAt,
        Optional<Instant> probeAt,
        int attempt,
        Map<String, Mark> sent) {
    /** How far a create came. Stored before the call that the name announces. */
    public enum Step {
        /** Decided; nothing that could have an effect was sent. */
        PREPARED,
        /** A call without a key of its own was about to be sent; its effect is unknown until proven. */
        SENT,
        /** The order exists and its payment may have been sent. Paying the same order again is safe. */
        ORDERED
    }

    public Intent {
        sent = Map.copyOf(sent);
    }

    /** A create of which nothing was sent that a read could be compared with. */
    public Intent(
            String userId,
            OptionalLong openMatchKey,
            Step step,
            Optional<String> orderId,
            Optional<String> ticketTypeId,
            Optional<Instant> sentAt,
            Optional<Instant> probeAt,
            int attempt) {
        this(userId, openMatchKey, step, orderId, ticketTypeId, sentAt, probeAt, attempt, Map.of());
    }

    /** The same create when these values are sent too: what two calls sent alike stays known. */
    public Intent sendingToo(Map<String, Mark> values) {
        Map<String, Mark> alike = new HashMap<>(sent);
        alike.entrySet().removeIf(field -> !field.getValue().equals(values.get(field.getKey())));
        return sending(alike);
    }

    /** The same create with these values sent by one call. */
    public Intent sending(Map<String, Mark> values) {
        return new Intent(userId, openMatchKey, step, orderId, ticketTypeId, sentAt, probeAt, attempt, values);
    }
}
