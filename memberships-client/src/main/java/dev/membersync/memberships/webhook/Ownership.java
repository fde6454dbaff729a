package dev.membersync.memberships.webhook;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whose events are ours; what is not configured is not asked.
 *
 * @param app       our app
 * @param locations our locations
 * @param companies our agencies
 */
record Ownership(Optional<String> app, Optional<Predicate<String>> locations, Optional<Predicate<String>> companies) {
    boolean holds(Envelope event) {
        if (app.isPresent() && event.appId().isPresent() && !event.appId().equals(app)) {
            return false;
        }
        if (locations.isPresent() && event.locationId().isPresent()) {
            return locations.get().test(event.locationId().get());
        }
        if (companies.isPresent() && event.companyId().isPresent()) {
            return companies.get().test(event.companyId().get());
        }
        // One who names locations or agencies takes nothing that names none of them.
        return locations.isEmpty() && companies.isEmpty();
    }
}
