package dev.membersync.sync.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A member as the Memberships side shows it.
 *
 * @param userId the identity of a member, never empty
 * @param email the address as written
 * @param fullName the name as written
 * @param status the membership status as written
 * @param planId the plan the member is on
 * @param fields every other field by its name on the wire
 * @param changedAt when the record last changed, by its own system's clock and where that says so
 */
public record Member(
        String userId,
        Value email,
        Value fullName,
        Value status,
        Value planId,
        Map<String, Value> fields,
        Optional<Instant> changedAt) {
    public Member {
        if (userId.isBlank()) {
            throw new IllegalArgumentException("a member needs a userId");
        }
        fields = Map.copyOf(fields);
    }

    /** A member whose last change has no known time. */
    public Member(String userId, Value email, Value fullName, Value status, Value planId, Map<String, Value> fields) {
        this(userId, email, fullName, status, planId, fields, Optional.empty());
    }

    /** A field that has no component of its own; {@link Value#absent()} when the record does not carry it. */
    public Value field(String name) {
        return fields.getOrDefault(name, Value.absent());
    }

    /** Shows the identity only. */
    @Override
    public String toString() {
        return "Member[" + userId + "]";
    }
}
