package dev.membersync.memberships;

import dev.membersync.client.Confidence;
import dev.membersync.client.Operation;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.policy.Safety;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of the STANDARD profile. Source of all of them: memberships-api.md, sections 7.1 and 7.3. */
final class StandardProfile {

    private static final int PAGE_SIZE = 100;

    // Only users.readonly is named by the contract. The scope of the write is the vendor's for the same path (1.5).
    private static final List<Operation> OPERATIONS = List.of(
            row(UsersApi.LIST, "GET", "/users/", Safety.READ, Optional.of("users.readonly")),
            row(UsersApi.FIND, "GET", "/users/{userId}", Safety.READ, Optional.of("users.readonly")),
            row(UsersApi.UPDATE, "PUT", "/users/{userId}", Safety.IDEMPOTENT_WRITE, Optional.of("users.write")),
            // Twice is once because of the natural key; see PaymentDraft.
            row(PaymentsApi.RECORD, "POST", "/payments", Safety.IDEMPOTENT_WRITE, Optional.empty()));

    private StandardProfile() {}

    static MembershipsProfile build() {
        var operations = new LinkedHashMap<String, Operation>();
        OPERATIONS.forEach(row -> operations.put(row.id(), row));
        var updateFields = new LinkedHashMap<String, String>();
        List.of(FieldNames.USER_ID, FieldNames.REGISTRATION_STATUS, FieldNames.PLAN_ID)
                .forEach(field -> updateFields.put(field, field));
        return new MembershipsProfile(
                "STANDARD",
                Optional.empty(),
                Map.of(),
                "Authorization",
                "Bearer ",
                operations,
                List.of("users", "data", "items", "results"),
                // Not "count": some deployments count the rows of the page with it.
                List.of("total", "totalCount"),
                List.of("user", "data"),
                Paging.pageAndLimit(PAGE_SIZE),
                FieldNames.STANDARD,
                updateFields,
                new MemberCapabilities(false, true, true),
                RateLimit.of(100, Duration.ofSeconds(10)));
    }

    private static Operation row(String id, String method, String path, Safety safety, Optional<String> scope) {
        return new Operation(id, method, path, safety, scope, Confidence.DOC, "memberships-api.md 7.1");
    }
}
