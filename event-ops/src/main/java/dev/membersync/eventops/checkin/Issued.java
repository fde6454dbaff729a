package dev.membersync.eventops.checkin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one registration.
 *
 * @param step what was done
 * @param ticket the ticket in the books; null for what has none
 * @param why why nothing was done, where a person can help; empty otherwise
 */
public record Issued(Step step, @Nullable IssuedTicket ticket, Optional<String> why) {
    /** What was done. */
    public enum Step {
        /** A new serial. */
        ISSUED,
        /** Nothing, or only what the books say of it. */
        KEPT,
        /** The same serial in the next generation: codes before it count no more. */
        REISSUED,
        /** The ticket counts no more. */
        REVOKED,
        /** No ticket was issued: its type grants nothing, or the registration has ended. */
        SKIPPED,
        /** Not done, because too many tickets would have changed. */
        HELD
    }

    static Issued of(Step step, IssuedTicket ticket) {
        return new Issued(step, ticket, Optional.empty());
    }

    static Issued none(Step step, String why) {
        return new Issued(step, null, Optional.of(why));
    }

    /** The ticket whose code waits to be handed out, to be followed by {@link Issuance#delivered}. */
    public Optional<IssuedTicket> toDeliver() {
        return Optional.ofNullable(ticket).filter(IssuedTicket::isToDeliver);
    }
}
