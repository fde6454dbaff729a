package dev.membersync.memberships.profile;

import dev.membersync.client.Confidence;
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

    private StandardProfile() {}

    static MembershipsProfile build() {
        var updateFields = new LinkedHashMap<String, String>();
        List.of(FieldNames.USER_ID, FieldNames.REGISTRATION_STATUS, FieldNames.PLAN_ID)
                .forEach(field -> updateFields.put(field, field));
        return new MembershipsProfile(
                "STANDARD",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "Authorization",
                "Bearer ",
                false,
                MemberSource.USERS,
                routes(),
                FieldNames.STANDARD,
                updateFields,
                Spelling.V2,
                new MemberCapabilities(false, true, true, true),
                RateLimit.of(100, Duration.ofSeconds(10)),
                Optional.empty());
    }

    private static Map<String, Route> routes() {
        Routes routes = new Routes(Confidence.DOC, "memberships-api.md 7.1", TokenLevel.ANY)
                .add("users.list", "GET", "/users/", Safety.READ, "users.readonly", "users", "data", "items", "results")
                .add("users.get", "GET", "/users/{userId}", Safety.READ, "users.readonly", "user", "data")
                // Only users.readonly is named by the contract. The scope of the write is the vendor's for the same
                // path (1.5).
                .add("users.update", "PUT", "/users/{userId}", Safety.IDEMPOTENT_WRITE, "users.write", "user", "data")
                // Twice is once because of the natural key; see PaymentDraft.
                .add("payments.record", "POST", "/payments", Safety.IDEMPOTENT_WRITE, "");
        // Not "count": some deployments count the rows of the page with it.
        routes.rows()
                .computeIfPresent(
                        "users.list",
                        (id, route) -> route.counted("total", "totalCount", "meta.total")
                                .paged(Paging.pageAndLimit(PAGE_SIZE)));
        return routes.rows();
    }
}
