package dev.membersync.client.auth;

import dev.membersync.client.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Settings of {@link RenewingTokens}; used by one thread. */
public final class RenewingTokensBuilder {
    private final TokenStore store;
    private final String key;
    private final Renewal renewal;
    private Time time = Time.system();
    private Executor executor = new CompletableFuture<Void>().defaultExecutor();
    private Duration renewAhead = Duration.ofSeconds(60);
    private Duration grace = Duration.ofSeconds(30);
    private Duration limit = Duration.ofSeconds(60);
    private Duration refusalMemory = Duration.ofSeconds(10);

    RenewingTokensBuilder(TokenStore store, String key, Renewal renewal) {
        this.store = store;
        this.key = key;
        this.renewal = renewal;
    }

    /** Default: the time of this machine. */
    public RenewingTokensBuilder time(Time time) {
        this.time = time;
        return this;
    }

    /** What the store is used on, since a store may block; default: the common pool. */
    public RenewingTokensBuilder executor(Executor executor) {
        this.executor = executor;
        return this;
    }

    /** How long before its end a token is renewed, at most half of its life; default 60 s. */
    public RenewingTokensBuilder renewAhead(Duration renewAhead) {
        this.renewAhead = renewAhead;
        return this;
    }

    /**
     * For how long after the first request the vendor answers its repetition with the same pair; default 30 s (the vendor
     * of the Memberships API says "about 30 seconds"; DOC). Zero for a vendor that does not: nothing is repeated at once
     * then, but a refresh token whose answer was lost is still the only one to try with the next call.
     */
    public RenewingTokensBuilder grace(Duration grace) {
        this.grace = grace;
        return this;
    }

    /** How long one answer of the vendor is waited for before it counts as lost; default 60 s. */
    public RenewingTokensBuilder limit(Duration limit) {
        this.limit = limit;
        return this;
    }

    /** For how long a refusal is repeated to calls without asking the vendor again; default 10 s. */
    public RenewingTokensBuilder refusalMemory(Duration refusalMemory) {
        this.refusalMemory = refusalMemory;
        return this;
    }

    /** The tokens; nothing is read or sent before the first of them is asked for. */
    public RenewingTokens build() {
        RenewalSettings settings = new RenewalSettings(store, key, renewal, time, executor, grace, limit);
        return new RenewingTokens(settings, renewAhead, refusalMemory);
    }
}
