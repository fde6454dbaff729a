package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The contacts of {@link FakeMemberships} on HIGHLEVEL, members or not, edited and inspected by tests. Edits here never show in the write log. Thread-safe. */
public final class FakeContacts {
    private final Switchboard board;
    private final HighLevelState state;
    private final FakeRecords records;

    FakeContacts(Switchboard board, HighLevelState state) {
        this.board = board;
        this.state = state;
        this.records = new FakeRecords(board, state, RecordKind.CONTACT);
    }

    /** Adds a contact of the first location; it is no member unless tagged {@code member}. Duplicates are not refused here. */
    public FakeRecord add(
            @Nullable String firstName, @Nullable String lastName, @Nullable String email, String... tags) {
        return records.add(
                Json.map("firstName", firstName, "lastName", lastName, "email", email, "tags", List.of(tags)));
    }

    /** Changes a contact. Throws {@link IllegalArgumentException} when there is none. */
    public FakeRecord edit(String id, UnaryOperator<FakeRecord> edit) {
        return records.edit(id, edit);
    }

    /** Gives a contact one tag more. */
    public FakeRecord tag(String id, String tag) {
        return edit(id, contact -> {
            List<String> tags = new ArrayList<>(contact.texts("tags"));
            tags.add(tag);
            return contact.with("tags", tags);
        });
    }

    /** Takes a tag from a contact. */
    public FakeRecord untag(String id, String tag) {
        return edit(
                id,
                contact -> contact.with(
                        "tags",
                        contact.texts("tags").stream()
                                .filter(held -> !held.equals(tag))
                                .toList()));
    }

    /**
     * Gives a contact a value of a custom field, or takes it when it is null.
     *
     * @param field id or key, with or without {@code contact.}; a key that is not defined yet becomes a text field
     */
    public FakeRecord field(String id, String field, @Nullable Object value) {
        String fieldId = fieldId(field);
        return edit(id, contact -> ContactMembers.withField(contact, fieldId, value));
    }

    /** A contact's value of a custom field, by id or key. */
    public Optional<Object> field(String id, String field) {
        return records.find(id).map(contact -> contact.customFields().get(fieldId(field)));
    }

    /** The id of a custom field by key, with or without {@code contact.}; defines a text field when there is none. */
    public String fieldId(String key) {
        return board.locked(() -> state.customField(key)
                .orElseGet(() -> state.create(
                        RecordKind.CUSTOM_FIELD, CustomFieldRoutes.text(key.replaceFirst("^contact\\.", ""))))
                .id());
    }

    /** Deletes a contact, if it is there. */
    public void delete(String id) {
        records.delete(id);
    }

    /** One contact. */
    public Optional<FakeRecord> find(String id) {
        return records.find(id);
    }

    /** All contacts, in the order they were added. */
    public List<FakeRecord> all() {
        return records.all();
    }

    /** Every tag the location has ever seen: a tag is defined by its first use and stays (LIVE). */
    public Set<String> tagDefinitions() {
        return board.locked(() -> Set.copyOf(state.tagDefinitions()));
    }
}
