package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import dev.membersync.memberships.profile.Spelling;
import java.util.Collection;
import java.util.List;

/**
 * A contact to make, or to upsert. Immutable: each method gives a new draft. The vendor wants at least one field that
 * tells who it is (LIVE, memberships-api.md 2.2); the client's location is added when the draft is sent.
 */
public final class ContactDraft {

    private final ContactBody body;

    private ContactDraft(ContactBody body) {
        this.body = body;
    }

    /** A draft that says nothing yet. */
    public static ContactDraft empty() {
        return new ContactDraft(ContactBody.EMPTY);
    }

    /** A draft of a contact with this e-mail address. */
    public static ContactDraft of(String email) {
        return empty().with(ContactField.EMAIL, email);
    }

    /** The same draft with this field. */
    public ContactDraft with(ContactField field, String value) {
        return and(field.wireName(), value);
    }

    /** The same draft with these tags; an upsert replaces all that the contact has (SPEC). */
    public ContactDraft tags(Collection<String> tags) {
        return and("tags", List.copyOf(tags));
    }

    /** The same draft with what this custom field shall hold; fields that are not named stay as they are (SPEC). */
    public ContactDraft customField(CustomFieldValue value) {
        return new ContactDraft(body.with(value));
    }

    /** The same draft, which says whether the contact wants no messages at all. */
    public ContactDraft dnd(boolean value) {
        return and("dnd", value);
    }

    /** The same draft, which says whether the contact wants no messages on this channel. */
    public ContactDraft dnd(DndChannel channel, DndStatus status) {
        return new ContactDraft(body.with(channel, status));
    }

    /** The same draft with a field that this type does not know; maps, lists, texts, numbers and booleans. */
    public ContactDraft extra(String wireName, Object value) {
        return and(Texts.required("wireName", wireName), value);
    }

    private ContactDraft and(String name, Object value) {
        return new ContactDraft(body.with(body.terms().and(name, value)));
    }

    boolean isEmpty() {
        return body.isEmpty();
    }

    Terms written(Spelling spelling) {
        return body.written(spelling);
    }

    /** Shows the names of the fields, never a person's data. */
    @Override
    public String toString() {
        return "ContactDraft" + body;
    }
}
