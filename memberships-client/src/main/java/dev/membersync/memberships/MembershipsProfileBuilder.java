package dev.membersync.memberships;

import dev.membersync.client.Operation;
import dev.membersync.client.policy.RateLimit;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes a {@link MembershipsProfile} into another; begin with {@link MembershipsProfile#toBuilder}. Not thread-safe. */
public final class MembershipsProfileBuilder {

    private final Map<String, String> headers;
    private final Map<String, Operation> operations;
    private final Map<String, String> updateFields;
    private final List<String> totalKeys;
    private String name;
    private Optional<URI> baseUrl;
    private String keyHeader;
    private String keyPrefix;
    private List<String> listKeys;
    private List<String> itemKeys;
    private Paging paging;
    private FieldNames fields;
    private MemberCapabilities capabilities;
    private RateLimit rate;

    MembershipsProfileBuilder(MembershipsProfile start) {
        name = start.name();
        baseUrl = start.baseUrl();
        headers = new LinkedHashMap<>(start.headers());
        keyHeader = start.keyHeader();
        keyPrefix = start.keyPrefix();
        operations = new LinkedHashMap<>(start.operations());
        listKeys = start.listKeys();
        totalKeys = start.totalKeys();
        itemKeys = start.itemKeys();
        paging = start.paging();
        fields = start.fields();
        updateFields = new LinkedHashMap<>(start.updateFields());
        capabilities = start.capabilities();
        rate = start.rate();
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

    /** Adds a fixed header to every request, or replaces it. */
    public MembershipsProfileBuilder header(String header, String value) {
        headers.put(header, value);
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
        Operation row = operations.get(operationId);
        if (row == null) {
            throw new IllegalArgumentException("no operation " + operationId + "; there are " + operations.keySet());
        }
        return operation(
                new Operation(row.id(), row.method(), path, row.safety(), row.scope(), row.confidence(), row.source()));
    }

    /** Adds an operation, or replaces the one of its id. */
    public MembershipsProfileBuilder operation(Operation row) {
        operations.put(row.id(), row);
        return this;
    }

    /** The root keys that a list may be found below, tried in this order. */
    public MembershipsProfileBuilder listKeys(String... keys) {
        listKeys = List.of(keys);
        return this;
    }

    /** The root keys that a single record may be found below, tried in this order. */
    public MembershipsProfileBuilder itemKeys(String... keys) {
        itemKeys = List.of(keys);
        return this;
    }

    /** How lists are asked for. */
    public MembershipsProfileBuilder paging(Paging value) {
        paging = value;
        return this;
    }

    /** Under which names a standard field is read, tried in this order. */
    public MembershipsProfileBuilder field(String field, String... names) {
        fields = fields.with(field, names);
        return this;
    }

    /** Under which name an update sends a standard field. */
    public MembershipsProfileBuilder updateField(String field, String wireName) {
        updateFields.put(field, wireName);
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

    /** The changed profile. */
    public MembershipsProfile build() {
        return new MembershipsProfile(
                name,
                baseUrl,
                headers,
                keyHeader,
                keyPrefix,
                operations,
                listKeys,
                totalKeys,
                itemKeys,
                paging,
                fields,
                updateFields,
                capabilities,
                rate);
    }
}
