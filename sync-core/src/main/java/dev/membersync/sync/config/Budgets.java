package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLedger;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.time.Time;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The rate budgets of a tenant: with a ledger those of each credential are shared by all processes. A ledger knows a
 * credential by a hash of 16 bytes, from which nobody learns a key.
 */
record Budgets(Optional<RateLedger> ledger, String party, Time time) {
    private static final int NAME_BYTES = 16;

    /** The budgets of the tenant of this account. */
    static Budgets of(Optional<RateLedger> ledger, String account, Time time) {
        return new Budgets(ledger, name("party", account), time);
    }

    /** The budget of the Memberships side: an app has one limit for each location, a key has its own. */
    RateBudget memberships(MembershipsConfig config) {
        String who = config.apiKey().map(Secret::reveal).orElseGet(config::account);
        return of(config.rate(), config.baseUrl(), who);
    }

    /** The budget of the Accelevents side. */
    RateBudget accelevents(AcceleventsConfig config) {
        return of(config.rate(), config.baseUrl(), config.apiKey().reveal());
    }

    private RateBudget of(RateLimit limit, URI service, String who) {
        return ledger.map(shared ->
                        RateBudget.shared(limit, time, shared, name("credential", service + " " + who), party))
                .orElseGet(() -> RateBudget.of(limit, time));
    }

    private static String name(String kind, String text) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(("membersync rate budget " + kind + "\0").getBytes(StandardCharsets.UTF_8));
            byte[] whole = hash.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
