package dev.membersync.sync.config;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.ThrottledException;

/** Which key of a file decides about a failed call. */
final class Blame {
    private static final String SQLITE = "jdbc:sqlite:";

    private Blame() {}

    static String of(TenantConfig config, String service, ApiException failure) {
        return config.place(service + "." + key(config, service, failure)) + ": " + failure.getMessage()
                + reconnecting(config, failure);
    }

    /** The stored token wins over the configured one, so a new one alone would not be used. */
    private static String reconnecting(TenantConfig config, ApiException failure) {
        boolean lost = failure instanceof AuthException refused && refused.reason() == Reason.RECONNECT_NEEDED;
        return lost && config.memberships().oauth().isPresent()
                ? "; then set the new refreshToken and delete "
                        + kept(config.store().url())
                : "";
    }

    /** Where the stored token is. The url of a server is not shown, because a password may stand in it. */
    private static String kept(String url) {
        return url.startsWith(SQLITE)
                ? "the folder " + url.substring(SQLITE.length()) + ".tokens"
                : "the rows of the table sync_token in the store";
    }

    private static String key(TenantConfig config, String service, ApiException failure) {
        if (failure instanceof AuthException refused) {
            boolean elsewhere = refused.reason() == Reason.FORBIDDEN;
            if (elsewhere && config.memberships().locationId().isPresent() && service.equals("memberships")) {
                return "locationId";
            }
            return service.equals("memberships") ? config.memberships().credentialsKey() : "apiKey";
        }
        if (failure instanceof ThrottledException) {
            return "rate";
        }
        return failure instanceof NotFoundException && service.equals("accelevents") ? "eventUrl" : "baseUrl";
    }
}
