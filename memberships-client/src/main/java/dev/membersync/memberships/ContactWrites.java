package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.Change;
import dev.membersync.memberships.contact.Contact;
import dev.membersync.memberships.contact.ContactUpdate;
import dev.membersync.memberships.contact.ContactsApi;
import dev.membersync.memberships.contact.CustomFieldValue;
import dev.membersync.memberships.internal.ChainedCall;
import dev.membersync.memberships.user.UserUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes what a member holds to where the settings keep it: custom fields in one update, tags by adding the new ones and
 * then removing the old ones, so that a write that is cut off leaves too many tags, never none. Every step is safe to
 * repeat.
 */
record ContactWrites(ContactsApi contacts, ContactView view) {

    /** The contact after the update, as the answers show it. */
    Call<Contact> write(UserUpdate update) {
        List<TagChange> tags = new ArrayList<>();
        MemberSettings settings = view.settings();
        ContactUpdate fields = ContactUpdate.of(update.userId());
        fields = place("registrationStatus", update.registrationStatus(), settings.registrationStatus(), fields, tags);
        fields = place("planId", update.planId(), settings.plan(), fields, tags);
        if (tags.isEmpty()) {
            return contacts.update(fields);
        }
        Call<Contact> read = contacts.contact(update.userId());
        return fields.isEmpty()
                ? ChainedCall.of(read, seen -> exchange(seen, tags))
                : ChainedCall.of(
                        contacts.update(fields),
                        answer -> answer.carries(ContactView.TAGS)
                                ? exchange(answer, tags)
                                : ChainedCall.of(read, seen -> exchange(seen, tags)));
    }

    private ContactUpdate place(
            String what,
            Change<String> change,
            Optional<MemberField> place,
            ContactUpdate fields,
            List<TagChange> tags) {
        if (change instanceof Change.Keep<String>) {
            return fields;
        }
        MemberField field = place.orElseThrow(() -> new UnsupportedOperationException(
                "the settings of members name no place for " + what + ": add one, such as \"field:" + what + "\""));
        String value = change instanceof Change.To<String> to ? to.value() : "";
        if (field instanceof MemberField.TagPrefix prefix) {
            tags.add(new TagChange(prefix, value));
            return fields;
        }
        // The vendor empties a custom field by an empty text (INFER); null is not among the documented types.
        String id = view.names().id(((MemberField.Custom) field).key());
        return fields.customField(CustomFieldValue.of(id, value));
    }

    /** The answers about tags hold all that are left, so only a contact that is right already is read once more. */
    private Call<Contact> exchange(Contact seen, List<TagChange> changes) {
        List<String> missing = changes.stream()
                .flatMap(change -> change.tag().stream())
                .filter(tag -> seen.tags().stream().noneMatch(tag::equalsIgnoreCase))
                .toList();
        List<String> old = seen.tags().stream()
                .filter(tag -> changes.stream().anyMatch(change -> change.ends(tag)))
                .toList();
        if (missing.isEmpty() && old.isEmpty()) {
            return contacts.contact(seen.id());
        }
        Call<List<String>> add = contacts.tags(seen.id()).add(missing);
        Call<List<String>> remove = contacts.tags(seen.id()).remove(old);
        Call<List<String>> last = missing.isEmpty() ? remove : old.isEmpty() ? add : ChainedCall.of(add, all -> remove);
        return last.map(seen::withTags);
    }

    /** What is written after the prefix; nothing after it means no tag at all. */
    private record TagChange(MemberField.TagPrefix place, String value) {
        Optional<String> tag() {
            return value.isBlank() ? Optional.empty() : Optional.of((place.prefix() + value).toLowerCase(Locale.ROOT));
        }

        /** Whether the change takes this tag away. */
        boolean ends(String tag) {
            return place.begins(tag) && tag().filter(tag::equalsIgnoreCase).isEmpty();
        }
    }
}
