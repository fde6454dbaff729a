package dev.membersync.memberships.location;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Wire;

/**
 * The custom fields of the client's location. Thread-safe; calls fail as {@link Call} says. On a profile without locations
 * every method throws {@link UnsupportedOperationException}.
 */
public final class CustomFieldsApi {

    private static final String LOCATION = "locationId";

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public CustomFieldsApi(Wire wire) {
        this.wire = wire;
    }

    /** The custom fields of these records: {@code GET /locations/{locationId}/customFields} (SPEC). */
    public Paged<CustomField> list(FieldModel model) {
        return wire.list(Listing.of("customFields.list", CustomField::read, CustomField::id)
                .path(LOCATION, wire.location())
                .query("model", model));
    }

    /** One custom field, by id or key: {@code GET /locations/{locationId}/customFields/{id}} (SPEC). */
    public Call<CustomField> field(String idOrKey) {
        return call("customFields.get").path("id", idOrKey).reader(wire.one("customFields.get", CustomField::read));
    }

    /**
     * Makes a custom field: {@code POST /locations/{locationId}/customFields} (SPEC), sent once only.
     *
     * @throws IllegalArgumentException when the draft names no type
     */
    public Call<CustomField> create(CustomFieldDraft draft) {
        return call("customFields.create")
                .json(draft.created().map())
                .reader(wire.one("customFields.create", CustomField::read));
    }

    /**
     * Makes a custom field what the draft says, but for its type, which stays: {@code PUT
     * /locations/{locationId}/customFields/{id}} (SPEC).
     */
    public Call<CustomField> update(String id, CustomFieldDraft draft) {
        return call("customFields.update")
                .path("id", id)
                .json(draft.updated().map())
                .reader(wire.one("customFields.update", CustomField::read));
    }

    /** Deletes a custom field with all it holds: {@code DELETE /locations/{locationId}/customFields/{id}} (SPEC). */
    public Call<Void> delete(String id) {
        return call("customFields.delete").path("id", id).ignoringBody();
    }

    /** One field of a custom object or of companies: {@code GET /custom-fields/{id}} (SPEC). */
    public Call<CustomField> objectField(String id) {
        return wire.call("objectFields.get").path("id", id).reader(wire.one("objectFields.get", CustomField::read));
    }

    /**
     * The fields of a custom object or of companies: {@code GET /custom-fields/object-key/{objectKey}} (SPEC). The folders
     * that the reply also holds are left out; a field names its own as {@code parentId}.
     */
    public Paged<CustomField> objectFields(String objectKey) {
        return wire.list(Listing.of("objectFields.list", CustomField::read, CustomField::id)
                .path("objectKey", objectKey)
                .query(LOCATION, wire.location()));
    }

    private CallBuilder call(String operation) {
        return wire.call(operation).path(LOCATION, wire.location());
    }
}
