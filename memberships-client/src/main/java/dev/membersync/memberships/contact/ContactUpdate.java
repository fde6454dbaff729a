package dev.membersync.memberships.contact;

import dev.membersync.client.Change;
import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import dev.membersync.memberships.profile.Spelling;
import java.util.Collection;
import java.util.List;

/**
 * What to change about one contact: what it does not name is kept. Immutable: each method gives a new update. The
 * location, the gender and the company cannot be updated (SPEC, memberships-api.md 2.2).
 */
public final class ContactUpdate {

    private final String contactId;
    private final ContactBody body;

    private ContactUpdate(String contactId, ContactBody body) {
        this.contactId = contactId;
        this.body = body;
    }

    /** An update of this contact that changes nothing yet. */
    public static ContactUpdate of(String contactId) {
        return new ContactUpdate(Texts.required("contactId", contactId), ContactBody.EMPTY);
    }

    /** The contact to change. */
    public String contactId() {
        return contactId;
    }

    /**
     * The same update, which also does this to the field.
     *
     * @throws IllegalArgumentException when the vendor takes the field for new contacts only
     */
    public ContactUpdate with(ContactField field, Change<String> change) {
        if (!field.updatable()) {
            throw new IllegalArgumentException("the vendor does not update " + field.wireName() + " of a contact");
        }
        return change(field.wireName(), change);
    }

    /** The same update, which also gives the field this value. */
    public ContactUpdate with(ContactField field, String value) {
        return with(field, Change.to(value));
    }

    /**
     * The same update, which also <b>replaces all tags</b> by these (SPEC), those too that somebody adds meanwhile;
     * {@link ContactTags} adds and removes single ones.
     */
    public ContactUpdate tags(Collection<String> all) {
        return change("tags", Change.to(List.copyOf(all)));
    }

    /** The same update with what this custom field shall hold; fields that are not named stay as they are (SPEC). */
    public ContactUpdate customField(CustomFieldValue value) {
        return new ContactUpdate(contactId, body.with(value));
    }

    /** The same update, which also says whether the contact wants no messages at all. */
    public ContactUpdate dnd(boolean value) {
        return change("dnd", Change.to(value));
    }

    /** The same update, which also says whether the contact wants no messages on this channel. */
    public ContactUpdate dnd(DndChannel channel, DndStatus status) {
        return new ContactUpdate(contactId, body.with(channel, status));
    }

    /** The same update with a field that this type does not know; maps, lists, texts, numbers and booleans. */
    public ContactUpdate extra(String wireName, Change<?> change) {
        return change(Texts.required("wireName", wireName), change);
    }

    private ContactUpdate change(String name, Change<?> change) {
        return new ContactUpdate(contactId, body.with(body.terms().change(name, change)));
    }

    /** Whether there is nothing to send. */
    public boolean isEmpty() {
        return body.isEmpty();
    }

    Terms written(Spelling spelling) {
        return body.written(spelling);
    }

    /** Shows the id and the names of the fields, never a person's data. */
    @Override
    public String toString() {
        return "ContactUpdate[contactId=" + contactId + ", " + body + "]";
    }
}
