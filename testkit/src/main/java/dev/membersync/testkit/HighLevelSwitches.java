package dev.membersync.testkit;

import java.time.Duration;

/** What of the HIGHLEVEL profile of {@link FakeMemberships} can differ. Every switch may be turned while the fake runs. Thread-safe. */
public final class HighLevelSwitches {
    private volatile Duration searchLag = Duration.ZERO;
    private volatile boolean traceId = true;
    private volatile boolean contactErrorsWithStatus;
    private volatile boolean matchPhoneFirst;
    private volatile Duration accessTokenLife = Duration.ofSeconds(86_399);

    HighLevelSwitches() {}

    /** How far contact search is behind writes; default zero. Changes made before the switch was turned are not held back. */
    public HighLevelSwitches searchLag(Duration value) {
        searchLag = value;
        return this;
    }

    /** Whether bodies carry a {@code traceId}; default true. */
    public HighLevelSwitches traceId(boolean value) {
        traceId = value;
        return this;
    }

    /** Whether an unknown contact is answered as {@code {error, status}} everywhere; default false, only below tags, notes, tasks and the like. */
    public HighLevelSwitches contactErrorsWithStatus(boolean value) {
        contactErrorsWithStatus = value;
        return this;
    }

    /** Whether duplicates are looked up by phone before e-mail; default false. */
    public HighLevelSwitches matchPhoneFirst(boolean value) {
        matchPhoneFirst = value;
        return this;
    }

    /** How long access tokens live that are issued from now on; default 86,399 s. */
    public HighLevelSwitches accessTokenLife(Duration value) {
        accessTokenLife = value;
        return this;
    }

    Duration searchLag() {
        return searchLag;
    }

    boolean traceId() {
        return traceId;
    }

    boolean contactErrorsWithStatus() {
        return contactErrorsWithStatus;
    }

    boolean matchPhoneFirst() {
        return matchPhoneFirst;
    }

    Duration accessTokenLife() {
        return accessTokenLife;
    }
}
