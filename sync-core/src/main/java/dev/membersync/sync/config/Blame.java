package dev.membersync.sync.config;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.ThrottledException;
import java.nio.file.Path;
import java.util.Optional;

/** Which key of a file decides about a failed call. */
final class Blame {
    private Blame() {}

    /** @param grants the file in which tokens rest; empty where they rest in the store itself */
    static String of(TenantConfig config, Optional<Path> grants, String service, ApiException failure) {
        return config.place(service + "." + key(config, service, failure)) + ": " + failure.getMessage()
                + reconnecting(config, grants, failure);
    }

    /** The stored token wins over the configured one, so a new one alone would not be used. */
    private static String reconnecting(TenantConfig config, Optional<Path> grants, ApiException failure) {
        boolean lost = failure instanceof AuthException refused && refused.reason() == Reason.RECONNECT_NEEDED;
        return lost && config.memberships().oauth().isPresent()
                ? "; then stop what uses this store, set the new refreshToken, delete " + kept(grants)
                        + " and start again"
                : "";
    }

    /** Where the stored token is. */
    private static String kept(Optional<Path> grants) {
        return grants.map(file -> "the file " + file).orElse("the rows of the table sync_token in the store");
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
