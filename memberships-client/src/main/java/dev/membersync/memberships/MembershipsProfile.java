package dev.membersync.memberships;

import dev.membersync.client.Operation;
import dev.membersync.client.policy.RateLimit;
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
 * @param headers      fixed headers of every request
 * @param keyHeader    the header that carries the key or token
 * @param keyPrefix    what stands before the key in it, the blank included
 * @param operations   what the dialect can do, by operation id
 * @param listKeys     the root keys that a list may be found below; a bare array needs none
 * @param totalKeys    the root keys that the number of all rows may be found below
 * @param itemKeys     the root keys that a single record may be found below; a bare one needs none
 * @param paging       how lists are asked for
 * @param fields       under which names the standard fields are read
 * @param updateFields standard field to the name that an update sends it under; others cannot be updated
 * @param capabilities what members can tell
 * @param rate         the rate limit to begin with; reply headers correct it
 */
public record MembershipsProfile(
        String name,
        Optional<URI> baseUrl,
        Map<String, String> headers,
        String keyHeader,
        String keyPrefix,
        Map<String, Operation> operations,
        List<String> listKeys,
        List<String> totalKeys,
        List<String> itemKeys,
        Paging paging,
        FieldNames fields,
        Map<String, String> updateFields,
        MemberCapabilities capabilities,
        RateLimit rate) {

    /**
     * The documented contract of the integration (DOC, memberships-api.md 7.1 and 7.3): key or token as {@code
     * Authorization: Bearer}, members are users, {@code page} from 1 with {@code limit=100}, 100 calls per 10 seconds.
     * The base URL is the caller's.
     */
    public static final MembershipsProfile STANDARD = StandardProfile.build();

    /** Copies the collections; keeps their order. */
    public MembershipsProfile {
        Texts.required("name", name);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
        listKeys = List.copyOf(listKeys);
        totalKeys = List.copyOf(totalKeys);
        itemKeys = List.copyOf(itemKeys);
        updateFields = Collections.unmodifiableMap(new LinkedHashMap<>(updateFields));
    }

    /**
     * The operation of this id.
     *
     * @throws UnsupportedOperationException when this dialect has none
     */
    public Operation operation(String id) {
        Operation operation = operations.get(id);
        if (operation == null) {
            throw new UnsupportedOperationException("the profile " + name + " has no operation " + id);
        }
        return operation;
    }

    /** A builder that begins with this profile. */
    public MembershipsProfileBuilder toBuilder() {
        return new MembershipsProfileBuilder(this);
    }
}
