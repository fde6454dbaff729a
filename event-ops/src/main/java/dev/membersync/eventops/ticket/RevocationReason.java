package dev.membersync.eventops.ticket;

import java.util.Arrays;
import java.util.Optional;

/** Why a generation counts no more. A refund alone is no reason: it leaves access as it is. */
public enum RevocationReason {
    /** Issued again, for whatever reason: lost, seen by others, key compromised. */
    REISSUE(1, true),
    /** Now another person's. */
    TRANSFER(2, true),
    /** Now of another class. */
    CLASS_CHANGE(3, true),
    /** Cancelled. */
    CANCEL(4, false),
    /** Deleted. */
    DELETE(5, false),
    /** The membership that gave it has ended. */
    BENEFIT_WITHDRAWN(6, false);

    private final int code;
    private final boolean supersedes;

    RevocationReason(int code, boolean supersedes) {
        this.code = code;
        this.supersedes = supersedes;
    }

    /** Whether a newer ticket took its place, so that an older one is superseded and not revoked. */
    public boolean supersedes() {
        return supersedes;
    }

    int code() {
        return code;
    }

    static Optional<RevocationReason> of(int code) {
        return Arrays.stream(values()).filter(reason -> reason.code == code).findFirst();
    }
}
