package dev.membersync.sync.config;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.ThrottledException;

/** Which key of a file decides about a failed call. */
final class Blame {
    private Blame() {}

    static String of(TenantConfig config, String service, ApiException failure) {
        return config.place(service + "." + key(service, failure)) + ": " + failure.getMessage();
    }

    private static String key(String service, ApiException failure) {
        if (failure instanceof AuthException) {
            return "apiKey";
        }
        if (failure instanceof ThrottledException) {
            return "rate";
        }
        return failure instanceof NotFoundException && service.equals("accelevents") ? "eventUrl" : "baseUrl";
    }
}
