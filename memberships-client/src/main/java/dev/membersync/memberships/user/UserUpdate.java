package dev.membersync.memberships.user;

import dev.membersync.client.Change;
import dev.membersync.client.internal.Texts;
import java.util.Objects;

/**
 * What to change about one user: each field is kept, set or cleared. On STANDARD the request carries exactly
 * {@code userId} and those of {@code registrationStatus} and {@code planId} that are not kept (DOC, memberships-api.md
 * 7.1; that a missing field stays as it is, is INFER, 10.3).
 *
 * @param userId             the user to change, not blank
 * @param registrationStatus the registration status as the vendor spells it; its values are open
 * @param planId             the plan of the member
 */
public record UserUpdate(String userId, Change<String> registrationStatus, Change<String> planId) {

    /** Refuses a blank user id. */
    public UserUpdate {
        Texts.required("userId", userId);
        Objects.requireNonNull(registrationStatus, "registrationStatus");
        Objects.requireNonNull(planId, "planId");
    }

    /** An update of this user that changes nothing yet. */
    public static UserUpdate of(String userId) {
        return new UserUpdate(userId, Change.keep(), Change.keep());
    }

    /** The same update, which also does this to the registration status. */
    public UserUpdate withRegistrationStatus(Change<String> change) {
        return new UserUpdate(userId, change, planId);
    }

    /** The same update, which also sets the registration status. */
    public UserUpdate withRegistrationStatus(String status) {
        return withRegistrationStatus(Change.to(status));
    }

    /** The same update, which also does this to the plan. */
    public UserUpdate withPlanId(Change<String> change) {
        return new UserUpdate(userId, registrationStatus, change);
    }

    /** The same update, which also sets the plan. */
    public UserUpdate withPlanId(String plan) {
        return withPlanId(Change.to(plan));
    }

    /** Whether every field is kept, so that there is nothing to send. */
    public boolean isEmpty() {
        return registrationStatus instanceof Change.Keep<String> && planId instanceof Change.Keep<String>;
    }
}
