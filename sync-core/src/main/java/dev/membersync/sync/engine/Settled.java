package dev.membersync.sync.engine;

import java.time.Instant;

/** How far one pass brought a create. */
sealed interface Settled {
    /** Done: the member and this record are linked, and the intent is closed. */
    record Linked(String ref) implements Settled {}

    /** Its effect is not known yet; look again at this time. */
    record Waits(Instant at) implements Settled {}

    /** Another member's open create has the same match key; come back when that is settled. */
    record KeyBusy() implements Settled {}

    /** Proven to have had no effect. It may be tried again, or given up. */
    record Refused(String why) implements Settled {}

    /** A person decides. The intent stays open, and with it the match key. */
    record Review(String why) implements Settled {}

    /** The lease ran out, or somebody else moved the intent: nothing was sent. */
    record Late() implements Settled {}

    /** No create of this member is open. */
    record Undone() implements Settled {}
}
