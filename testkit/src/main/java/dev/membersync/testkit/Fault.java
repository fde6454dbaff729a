package dev.membersync.testkit;

import dev.membersync.testkit.Operation.Kind;

/** What can go wrong with one request. Every constant says whether the effect happens. */
public enum Fault {
    /** The connection dies before the service acts: no effect, no reply. */
    DROP_BEFORE,
    /** The service acts, then the connection dies: effect, no reply. */
    DROP_AFTER,
    /** The service acts and its reply is late: effect, reply. */
    DELAY,
    /** The connection dies at once and the service acts later: late effect, no reply. Writes only. */
    LATE_APPLY,
    /** A gateway answers 502 or 504 although the service acted: effect, misleading reply. */
    STATUS_AFTER_EFFECT,
    /** The service answers 503 and does nothing: no effect. */
    STATUS_BEFORE,
    /** The service answers 422 although it acted: effect, misleading reply. Writes only. */
    UNPROCESSABLE_AFTER_EFFECT,
    /** The service acts and its reply is cut in the body: effect, half a reply. */
    TRUNCATED_BODY,
    /** The service acts and its reply stops in the body without an end: effect, half a reply, no close. */
    STALLED_BODY,
    /** 429 with a Retry-After header: no effect. */
    TOO_MANY_WITH_RETRY_AFTER,
    /** 429 without a Retry-After header: no effect. */
    TOO_MANY_BARE,
    /** A list answers the page before the one that was asked for. Lists only. */
    REPEATED_PAGE,
    /** A list leaves out the second half of a page. Lists only. */
    SHORT_PAGE,
    /** The first row of a list carries a status nobody has heard of. Lists only. */
    UNKNOWN_ENUM;

    /** Whether this fault makes a difference on the operation. */
    public boolean fits(Operation operation) {
        return switch (this) {
            case LATE_APPLY, UNPROCESSABLE_AFTER_EFFECT -> operation.kind() == Kind.WRITE;
            case REPEATED_PAGE, SHORT_PAGE, UNKNOWN_ENUM -> operation.kind() == Kind.LIST;
            default -> true;
        };
    }
}
