package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Serial;
import java.time.Instant;
import java.util.Optional;

/**
 * What Accelevents is to be told of a ticket: whether its registration came.
 *
 * @param serial the ticket
 * @param wanted what it is to be told
 * @param told what it was told last; empty while nothing was
 * @param attempts how often it failed since
 * @param dueAt when to tell it
 * @param dead why it was given up; empty while it was not
 */
public record Upload(
        Serial serial, boolean wanted, Optional<Boolean> told, int attempts, Instant dueAt, Optional<String> dead) {
    /** True when Accelevents knows. */
    public boolean isDone() {
        return told.isPresent() ? told.get() == wanted : !wanted;
    }
}
