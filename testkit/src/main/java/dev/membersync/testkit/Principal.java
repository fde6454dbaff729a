package dev.membersync.testkit;

import java.time.Instant;
import java.util.Set;

/**
 * Whom a token stands for.
 *
 * @param company whether it is of company level, else of location level
 * @param resource id of the company or location
 * @param scopes what it may do
 * @param clientId the app that got it by OAuth; empty for a Private Integration Token
 * @param expires when it ends; {@link Instant#MAX} for never
 */
record Principal(boolean company, String resource, Set<String> scopes, String clientId, Instant expires) {
    boolean oauth() {
        return !clientId.isEmpty();
    }

    /** Whether the token reaches a location of its company. */
    boolean reaches(String locationId) {
        return company || resource.equals(locationId);
    }
}
