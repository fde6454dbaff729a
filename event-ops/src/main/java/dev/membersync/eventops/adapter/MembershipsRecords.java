package dev.membersync.eventops.adapter;

import dev.membersync.client.Change;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.eventops.privacy.ErasurePolicy.ContactEnd;
import dev.membersync.eventops.privacy.MembersSide;
import dev.membersync.eventops.privacy.Sheet;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.contact.Contact;
import dev.membersync.memberships.contact.ContactField;
import dev.membersync.memberships.contact.ContactUpdate;
import dev.membersync.memberships.contact.CustomFieldValue;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The members of an account, to be erased. At HighLevel members are contacts, which can be deleted (SPEC); a STANDARD
 * deployment documents no way to delete a user. Staff logins are users of HighLevel and are never touched.
 */
public final class MembershipsRecords implements MembersSide {
    private static final List<String> NO_DELETE =
            List.of("the Memberships API documents no way to delete a user: have its operator erase the member");

    private final MembershipsClient client;
    private final MemberDirectory members;

    private MembershipsRecords(MembershipsClient client, MemberDirectory members) {
        this.client = client;
        this.members = members;
    }

    /** The members of this client, as this directory shows them. */
    public static MembershipsRecords of(MembershipsClient client, MemberDirectory members) {
        return new MembershipsRecords(client, members);
    }

    @Override
    public String system() {
        return "memberships";
    }

    @Override
    public Optional<Sheet> find(String userId) {
        return members.find(userId).map(MembershipsRecords::sheet);
    }

    private static Sheet sheet(Member member) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "email", member.email());
        put(values, "fullName", member.fullName());
        put(values, "status", member.status());
        put(values, "planId", member.planId());
        new TreeMap<>(member.fields()).forEach((name, value) -> put(values, name, value));
        return new Sheet(
                member.email().text().orElse(""), member.fullName().text().orElse(""), values);
    }

    private static void put(Map<String, String> values, String name, Value value) {
        value.text().ifPresent(text -> values.put(name, text));
    }

    @Override
    public List<String> cannot() {
        return client.profile().members() == MemberSource.CONTACTS ? List.of() : NO_DELETE;
    }

    @Override
    public Ending end(String userId, ContactEnd how, String placeholder) {
        if (!cannot().isEmpty()) {
            return new Ending(false, cannot());
        }
        try {
            Optional<Contact> contact = contact(userId);
            if (contact.isEmpty()) {
                return new Ending(true, List.of());
            }
            return how == ContactEnd.DELETE ? deleted(userId) : anonymised(contact.get(), placeholder);
        } catch (RejectedException refused) {
            return new Ending(
                    false,
                    List.of("HighLevel refused it"
                            + refused.code().map(code -> " with code " + code).orElse("")
                            + ": erase the contact by hand"));
        }
    }

    private Optional<Contact> contact(String userId) {
        try {
            return Optional.of(client.contacts().contact(userId).execute());
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private Ending deleted(String userId) {
        try {
            client.contacts().delete(userId).execute();
        } catch (NotFoundException already) {
            return new Ending(true, List.of());
        }
        return contact(userId).isEmpty()
                ? new Ending(true, List.of())
                : new Ending(false, List.of("the contact is still shown after its deletion: look there"));
    }

    private Ending anonymised(Contact contact, String placeholder) {
        ContactUpdate update = ContactUpdate.of(contact.id());
        for (ContactField field : ContactField.values()) {
            if (field.updatable()) {
                update = update.with(field, Change.clear());
            }
        }
        update = update.with(ContactField.FIRST_NAME, "Erased")
                .with(ContactField.LAST_NAME, "-")
                .with(ContactField.NAME, "Erased")
                .with(ContactField.EMAIL, placeholder)
                .tags(List.of())
                .dnd(true);
        for (CustomFieldValue field : contact.customFields()) {
            update = update.customField(new CustomFieldValue(field.id(), field.key(), Optional.empty()));
        }
        client.contacts().update(update).execute();
        List<String> left =
                contact(contact.id()).map(after -> left(contact, after)).orElse(List.of());
        return new Ending(left.isEmpty(), left);
    }

    /** The fields that still show what they did; notes, tasks and conversations are no part of a contact. */
    private static List<String> left(Contact before, Contact after) {
        Map<String, String> old = texts(before);
        return texts(after).entrySet().stream()
                .filter(field -> field.getValue().equals(old.get(field.getKey())))
                .map(field -> field.getKey() + " still shows its value")
                .toList();
    }

    private static Map<String, String> texts(Contact contact) {
        Map<String, String> texts = new LinkedHashMap<>();
        contact.email().ifPresent(text -> texts.put("email", text));
        contact.phone().ifPresent(text -> texts.put("phone", text));
        contact.fullName().ifPresent(text -> texts.put("name", text));
        contact.companyName().ifPresent(text -> texts.put("companyName", text));
        contact.customFields()
                .forEach(field -> field.text()
                        .ifPresent(text -> texts.put(
                                "custom field " + field.id().or(field::key).orElse(""), text)));
        Stream.of("address1", "city", "postalCode", "dateOfBirth", "website")
                .forEach(name -> Optional.ofNullable(contact.extra().get(name))
                        .ifPresent(value -> texts.put(name, value.toString())));
        return texts;
    }
}
