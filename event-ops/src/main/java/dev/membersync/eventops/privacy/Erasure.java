package dev.membersync.eventops.privacy;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * An erasure under way. The only place that names the person while it goes on; the row goes with its last step.
 *
 * @param id names the erasure, also on its receipt; random
 * @param userId whom it is about
 * @param address the keyed hash of the person's address; empty until it was read, and where there is none
 * @param name the keyed hash of the person's name, likewise
 * @param barsAddress whether this erasure alone bars that address: taken back, it is free again
 * @param placeholder the address that is written instead of the person's own; random, and nobody can be reached under it
 * @param requestedAt when it was asked for
 * @param runsAt when the first thing is erased; until then it can be taken back
 * @param step how far it came
 */
public record Erasure(
        String id,
        String userId,
        OptionalLong address,
        OptionalLong name,
        boolean barsAddress,
        String placeholder,
        Instant requestedAt,
        Instant runsAt,
        Step step) {
    /** What was done last. Each step may be done again. */
    public enum Step {
        /** It is written down. */
        REQUESTED,
        /** Nothing is synchronised for the person any more. */
        FROZEN,
        /** The tickets of the person are written down. */
        LISTED,
        /** What the law asks for was kept, as far as the policy says so. */
        KEPT,
        /** The answers at Accelevents are overwritten. */
        OVERWRITTEN,
        /** The member is gone at the Memberships side, or is an open item. */
        REMOVED,
        /** Signed tickets are revoked, where the policy says so. */
        REVOKED,
        /** The store has forgotten the person. */
        FORGOTTEN
    }

    /** Not an erasure: a look at what one would find. */
    static Erasure looking(String userId, OptionalLong address, OptionalLong name) {
        return new Erasure("", userId, address, name, false, "", Instant.EPOCH, Instant.EPOCH, Step.REQUESTED);
    }

    /** What stands for the person in audit and money from then on. */
    public String pseudonym() {
        return "erased-" + id;
    }

    /** The same, further on. */
    Erasure at(Step next) {
        return new Erasure(id, userId, address, name, barsAddress, placeholder, requestedAt, runsAt, next);
    }

    /** The same, with the hashes of address and name where they are known now. */
    Erasure knowing(OptionalLong ofAddress, OptionalLong ofName, boolean bars) {
        return new Erasure(
                id,
                userId,
                ofAddress.isPresent() ? ofAddress : address,
                ofName.isPresent() ? ofName : name,
                bars,
                placeholder,
                requestedAt,
                runsAt,
                step);
    }

    /** Shows which erasure it is, not whose. */
    @Override
    public String toString() {
        return "Erasure[" + id + ", " + step + "]";
    }
}
