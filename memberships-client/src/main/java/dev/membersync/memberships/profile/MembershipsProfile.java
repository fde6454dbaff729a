package dev.membersync.memberships.profile;

import dev.membersync.client.Operation;
import dev.membersync.client.internal.Texts;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.webhook.SignatureVerifier;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dialect of the Memberships API, as data: the client has no other knowledge of how a deployment differs from another.
 * Immutable; start from a preset and change what differs with {@link #toBuilder}. The constructor may gain components; it
 * is not part of the compatibility promise.
 *
 * @param name         what messages call the dialect
 * @param baseUrl      where the service is; empty when only the caller can know
 * @param consentUrl   where a person grants access to an app; empty where OAuth has no such page
 * @param headers      fixed headers of every request
 * @param keyHeader    the header that carries the key or token
 * @param keyPrefix    what stands before the key in it, the blank included
 * @param located      whether every account is a location whose id requests name
 * @param members      what members are kept in
 * @param routes       what the dialect can do, by operation id
 * @param fields       under which names the standard fields are read
 * @param updateFields standard field to the name that an update of a user sends it under; others cannot be updated
 * @param spelling     how names are written where the dialect's generations differ
 * @param capabilities what members can tell
 * @param rate         the rate limit to begin with; reply headers correct it
 * @param webhooks     how webhooks are proven; empty where the dialect names no scheme
 */
public record MembershipsProfile(
        String name,
        Optional<URI> baseUrl,
        Optional<URI> consentUrl,
        Map<String, String> headers,
        String keyHeader,
        String keyPrefix,
        boolean located,
        MemberSource members,
        Map<String, Route> routes,
        FieldNames fields,
        Map<String, String> updateFields,
        Spelling spelling,
        MemberCapabilities capabilities,
        RateLimit rate,
        Optional<SignatureVerifier> webhooks) {

    /**
     * The documented contract of the integration (DOC, memberships-api.md 7.1 and 7.3): key or token as {@code
     * Authorization: Bearer}, members are users, {@code page} from 1 with {@code limit=100}, 100 calls per 10 seconds.
     * The base URL is the caller's.
     */
    public static final MembershipsProfile STANDARD = StandardProfile.build();

    /**
     * The live service, HighLevel, in its version {@code 2021-07-28} (SPEC, memberships-api.md 1 to 5): members are
     * contacts, users are staff, 25 calls per 10 seconds until a header says more.
     */
    public static final MembershipsProfile HIGHLEVEL = HighLevelProfile.build();

    /** HighLevel in its version {@code v3} (SPEC): other spellings, renamed paths, no plain list of users or contacts. */
    public static final MembershipsProfile HIGHLEVEL_V3 = HighLevelProfile.version3(HIGHLEVEL);

    /** Copies the collections; keeps their order. */
    public MembershipsProfile {
        Texts.required("name", name);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
        updateFields = Collections.unmodifiableMap(new LinkedHashMap<>(updateFields));
    }

    /**
     * The route of this operation.
     *
     * @throws UnsupportedOperationException when this dialect has none
     */
    public Route route(String operationId) {
        Route route = routes.get(operationId);
        if (route == null) {
            throw new UnsupportedOperationException("the profile " + name + " has no operation " + operationId);
        }
        return route;
    }

    /** Whether this dialect has the operation. */
    public boolean has(String operationId) {
        return routes.containsKey(operationId);
    }

    /** All operations, in the order of the routes. */
    public List<Operation> operations() {
        return routes.values().stream().map(Route::operation).toList();
    }

    /** A builder that begins with this profile. */
    public MembershipsProfileBuilder toBuilder() {
        return new MembershipsProfileBuilder(this);
    }
}
