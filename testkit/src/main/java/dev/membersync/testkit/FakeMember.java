package dev.membersync.testkit;

import org.jspecify.annotations.Nullable;

/**
 * A member of {@link FakeMemberships}.
 *
 * @param userId identity, never empty
 * @param email e-mail as the service holds it, or null
 * @param fullName name in one field, or null
 * @param status membership status, any text, or null
 * @param planId plan, or null
 * @param registrationStatus what a PUT left here, or null
 */
public record FakeMember(
        String userId,
        @Nullable String email,
        @Nullable String fullName,
        @Nullable String status,
        @Nullable String planId,
        @Nullable String registrationStatus) {

    /** Refuses an empty identity. */
    public FakeMember {
        if (userId.isEmpty()) {
            throw new IllegalArgumentException("userId is empty");
        }
    }

    /** An active member without a plan. */
    public static FakeMember of(String userId, @Nullable String email, @Nullable String fullName) {
        return new FakeMember(userId, email, fullName, "active", null, null);
    }

    /** The same member with another e-mail, or none. */
    public FakeMember withEmail(@Nullable String value) {
        return new FakeMember(userId, value, fullName, status, planId, registrationStatus);
    }

    /** The same member with another name, or none. */
    public FakeMember withFullName(@Nullable String value) {
        return new FakeMember(userId, email, value, status, planId, registrationStatus);
    }

    /** The same member with another status, or none. */
    public FakeMember withStatus(@Nullable String value) {
        return new FakeMember(userId, email, fullName, value, planId, registrationStatus);
    }

    /** The same member on another plan, or none. */
    public FakeMember withPlan(@Nullable String value) {
        return new FakeMember(userId, email, fullName, status, value, registrationStatus);
    }

    /** The same member with another registration status, or none. */
    public FakeMember withRegistrationStatus(@Nullable String value) {
        return new FakeMember(userId, email, fullName, status, planId, value);
    }
}
