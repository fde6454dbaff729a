package dev.membersync.sync.engine;

import dev.membersync.sync.intake.TicketHint;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Something that a live loop goes through as a whole at intervals, beside members and tickets. What fails in it halts nothing
 * else. {@link #go} is called by one thread, everything else by any.
 */
public interface LiveRound {
    /** The event whose lists have to be read once before the first round. */
    String event();

    /** When the next round is due. */
    Instant next();

    /** Whether a round is due and none is under way. */
    boolean isDue();

    /**
     * Goes through everything once. What fails is an incident, and is tried again later.
     *
     * @param between called whenever something else may be done; what it throws ends the round
     * @param alone held while a ticket is written: then nobody works on a member, whose ticket it may be
     */
    void go(Runnable between, Lock alone);

    /** Somebody heard of a change. */
    void hint(TicketHint hint);

    /** Where its incidents are. */
    IncidentBook incidents();

    /** Why it does not get on; empty while it does. */
    Optional<Outage> outage();
}
