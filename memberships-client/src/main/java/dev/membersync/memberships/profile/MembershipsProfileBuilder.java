package dev.membersync.memberships.profile;

import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.webhook.SignatureVerifier;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes a {@link MembershipsProfile} into another; begin with {@link MembershipsProfile#toBuilder}. Not thread-safe. */
public final class MembershipsProfileBuilder {

    private final Map<String, String> headers;
    private final Map<String, Route> routes;
    private final Map<String, String> updateFields;
    private final boolean located;
    private final MemberSource members;
    private String name;
    private Optional<URI> baseUrl;
    private Optional<URI> consentUrl;
    private String keyHeader;
    private String keyPrefix;
    private FieldNames fields;
    private Spelling spelling;
    private MemberCapabilities capabilities;
    private RateLimit rate;
    private Optional<SignatureVerifier> webhooks;

    MembershipsProfileBuilder(MembershipsProfile start) {
        name = start.name();
        baseUrl = start.baseUrl();
        consentUrl = start.consentUrl();
        headers = new LinkedHashMap<>(start.headers());
        keyHeader = start.keyHeader();
        keyPrefix = start.keyPrefix();
        located = start.located();
        members = start.members();
        routes = new LinkedHashMap<>(start.routes());
        fields = start.fields();
        updateFields = new LinkedHashMap<>(start.updateFields());
        spelling = start.spelling();
        capabilities = start.capabilities();
        rate = start.rate();
        webhooks = start.webhooks();
    }

    /** What messages call the dialect. */
    public MembershipsProfileBuilder name(String value) {
        name = value;
        return this;
    }

    /** Where the service is. */
    public MembershipsProfileBuilder baseUrl(URI value) {
        baseUrl = Optional.of(value);
        return this;
    }

    /** Where a person grants access to an app, such as the page of a white-label domain. */
    public MembershipsProfileBuilder consentUrl(URI value) {
        consentUrl = Optional.of(value);
        return this;
    }

    /** Adds a fixed header to every request, or replaces it. */
    public MembershipsProfileBuilder header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Takes a fixed header away, whatever the case of its letters. */
    public MembershipsProfileBuilder withoutHeader(String header) {
        headers.keySet().removeIf(header::equalsIgnoreCase);
        return this;
    }

    /** Sends the key in this header behind this prefix; the prefix may be empty, else it ends in a blank. */
    public MembershipsProfileBuilder key(String header, String prefix) {
        keyHeader = header;
        keyPrefix = prefix;
        return this;
    }

    /** Sends an operation of the profile to another path, with the same variables in braces. */
    public MembershipsProfileBuilder route(String operationId, String path) {
        return change(operationId, route -> route.to(path));
    }

    /** Adds an operation, or replaces the one of its id. */
    public MembershipsProfileBuilder route(Route route) {
        routes.put(route.id(), route);
        return this;
    }

    /** Takes an operation away; asking for it then says that the profile has none. */
    public MembershipsProfileBuilder without(String operationId) {
        routes.remove(operationId);
        return this;
    }

    /** The root keys that the record or list of an operation may be found below, tried in this order. */
    public MembershipsProfileBuilder below(String operationId, String... keys) {
        return change(operationId, route -> route.below(keys));
    }

    /** The root keys that the number of all rows of a list may be found below, tried in this order. */
    public MembershipsProfileBuilder counted(String operationId, String... keys) {
        return change(operationId, route -> route.counted(keys));
    }

    /** How a list is asked for. */
    public MembershipsProfileBuilder paged(String operationId, Paging paging) {
        return change(operationId, route -> route.paged(paging));
    }

    /** Under which names a standard field is read, tried in this order. */
    public MembershipsProfileBuilder field(String field, String... names) {
        fields = fields.with(field, names);
        return this;
    }

    /** Under which name an update of a user sends a standard field. */
    public MembershipsProfileBuilder updateField(String field, String wireName) {
        updateFields.put(field, wireName);
        return this;
    }

    /** How names are written where the dialect's generations differ. */
    public MembershipsProfileBuilder spelling(Spelling value) {
        spelling = value;
        return this;
    }

    /** What members can tell. */
    public MembershipsProfileBuilder capabilities(MemberCapabilities value) {
        capabilities = value;
        return this;
    }

    /** The rate limit to begin with. */
    public MembershipsProfileBuilder rate(RateLimit value) {
        rate = value;
        return this;
    }

    /** How webhooks are proven. */
    public MembershipsProfileBuilder webhooks(SignatureVerifier value) {
        webhooks = Optional.of(value);
        return this;
    }

    /** The changed profile. */
    public MembershipsProfile build() {
        return new MembershipsProfile(
                name,
                baseUrl,
                consentUrl,
                headers,
                keyHeader,
                keyPrefix,
                located,
                members,
                routes,
                fields,
                updateFields,
                spelling,
                capabilities,
                rate,
                webhooks);
    }

    private MembershipsProfileBuilder change(String operationId, UnaryOperator<Route> change) {
        Route route = routes.get(operationId);
        if (route == null) {
            throw new IllegalArgumentException("no operation " + operationId + "; there are " + routes.keySet());
        }
        return route(change.apply(route));
    }
}
