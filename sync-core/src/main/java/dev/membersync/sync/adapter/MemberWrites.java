package dev.membersync.sync.adapter;

import dev.membersync.client.Change;
import dev.membersync.memberships.MemberField;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.contact.Contact;
import dev.membersync.memberships.contact.ContactField;
import dev.membersync.memberships.contact.ContactTags;
import dev.membersync.memberships.contact.ContactUpdate;
import dev.membersync.memberships.contact.CustomFieldValue;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.memberships.user.UserUpdate;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Value;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes drafts in the words of the client: users by their one update, contacts by theirs and by the members' view. */
final class MemberWrites {
    /** What an update of a user can carry, and what a contact keeps wherever the settings say. */
    private static final Set<String> BY_USER_UPDATE = Set.of(MemberDraft.PLAN_ID, MemberDraft.REGISTRATION_STATUS);

    /** What the vendor keeps, or the settings give a meaning that nothing writes. */
    private static final Set<String> NEVER = Set.of(MemberDraft.STATUS, "userId", "companyName", "type", "dateUpdated");

    private final MembershipsClient client;
    private final boolean replacing;

    /** @param replacing true when an update of a user clears what it does not name */
    MemberWrites(MembershipsClient client, boolean replacing) {
        this.client = client;
        this.replacing = replacing;
    }

    boolean writes(String field) {
        var able = client.members().capabilities();
        return switch (field) {
            case MemberDraft.PLAN_ID -> able.plan();
            case MemberDraft.REGISTRATION_STATUS -> able.registrationStatus();
            default -> client.profile().members() == MemberSource.CONTACTS && !NEVER.contains(field);
        };
    }

    /** Those of these fields that are custom fields of a contact. */
    List<String> custom(Collection<String> names) {
        return client.profile().members() != MemberSource.CONTACTS
                ? List.of()
                : names.stream()
                        .filter(name -> !name.equals(MemberDraft.FULL_NAME)
                                && !name.equals(MemberDraft.TAGS)
                                && !name.equals(MemberDraft.ENROLMENT)
                                && !BY_USER_UPDATE.contains(name)
                                && own(name).isEmpty())
                        .toList();
    }

    /** The custom field behind each of these names, the places of the settings among them. */
    Map<String, String> catalogueKeys(Collection<String> names) {
        Map<String, String> keys = new TreeMap<>();
        custom(names).stream().filter(name -> !NEVER.contains(name)).forEach(name -> keys.put(name, name));
        client.memberSettings()
                .ifPresent(settings -> Map.of(
                                MemberDraft.STATUS, settings.status(),
                                MemberDraft.PLAN_ID, settings.plan(),
                                MemberDraft.REGISTRATION_STATUS, settings.registrationStatus())
                        .forEach((name, place) -> {
                            if (names.contains(name) && place.orElse(null) instanceof MemberField.Custom field) {
                                keys.put(name, field.key());
                            }
                        }));
        return keys;
    }

    private static Optional<ContactField> own(String name) {
        return Arrays.stream(ContactField.values())
                .filter(field -> field.wireName().equals(name))
                .findFirst();
    }

    /** What the answers show; each request is safe to repeat, and the last one shows the most. */
    Optional<Member> update(String userId, MemberDraft draft) {
        Optional<Member> shown = Optional.empty();
        ContactUpdate contact = contact(userId, draft);
        if (!contact.isEmpty()) {
            shown = Optional.of(shown(client.contacts().update(contact).execute()));
        }
        UserUpdate user = user(userId, draft);
        if (!user.isEmpty()) {
            Member after =
                    MembershipsDirectory.record(client.members().update(user).execute());
            shown = Optional.of(shown.map(before -> both(before, after)).orElse(after));
        }
        if (draft.changesTags()) {
            tags(userId, draft);
        }
        return shown;
    }

    /** What is added first shows all tags, so that those which are not there cost no call to take away. */
    private void tags(String userId, MemberDraft draft) {
        ContactTags tags = client.contacts().tags(userId);
        List<String> old = List.copyOf(draft.removedTags());
        if (!draft.addedTags().isEmpty()) {
            List<String> now = tags.add(draft.addedTags()).execute();
            old = old.stream()
                    .filter(tag -> now.stream().anyMatch(tag::equalsIgnoreCase))
                    .toList();
        }
        if (!old.isEmpty()) {
            tags.remove(old).execute();
        }
    }

    private ContactUpdate contact(String userId, MemberDraft draft) {
        ContactUpdate update = ContactUpdate.of(userId);
        for (Map.Entry<String, String> entry : draft.values().entrySet()) {
            String name = entry.getKey();
            if (name.equals(MemberDraft.FULL_NAME)) {
                update = update.with(ContactField.FIRST_NAME, draft.firstName())
                        .with(ContactField.LAST_NAME, orClear(draft.lastName()));
            } else if (!BY_USER_UPDATE.contains(name)) {
                update = field(update, name, entry.getValue());
            }
        }
        return update;
    }

    /** The vendor empties a custom field by an empty text (INFER), and its own fields by null (SPEC). */
    private static ContactUpdate field(ContactUpdate update, String name, String value) {
        Optional<ContactField> own = own(name);
        return own.isPresent()
                ? update.with(own.get(), orClear(value))
                : update.customField(CustomFieldValue.ofKey(name, value));
    }

    private static Change<String> orClear(String value) {
        return value.isEmpty() ? Change.clear() : Change.to(value);
    }

    /** Where an update replaces, what it does not change is read just before and sent again (F-59). */
    private UserUpdate user(String userId, MemberDraft draft) {
        UserUpdate update = UserUpdate.of(userId)
                .withPlanId(change(draft, MemberDraft.PLAN_ID))
                .withRegistrationStatus(change(draft, MemberDraft.REGISTRATION_STATUS));
        boolean users = client.profile().members() == MemberSource.USERS;
        if (!replacing || !users || update.isEmpty()) {
            return update;
        }
        var now = client.users().user(userId).execute();
        return new UserUpdate(
                userId,
                orAsItIs(update.registrationStatus(), now.registrationStatus()),
                orAsItIs(update.planId(), now.planId()));
    }

    private static Change<String> orAsItIs(Change<String> change, Optional<String> now) {
        return change instanceof Change.Keep<String> && now.isPresent() ? Change.to(now.get()) : change;
    }

    private static Change<String> change(MemberDraft draft, String name) {
        return draft.field(name).map(MemberWrites::orClear).orElse(Change.keep());
    }

    /** The answer names custom fields by their ids; those that are mapped by key are not recognised, so absent. */
    private static Member shown(Contact answer) {
        Map<String, Value> fields = new HashMap<>();
        answer.customFields()
                .forEach(field -> field.text()
                        .ifPresent(
                                text -> field.key().or(field::id).ifPresent(name -> fields.put(name, Value.of(text)))));
        return new Member(
                answer.id(),
                answer.carries(FieldNames.EMAIL) ? Value.of(answer.email().orElse(null)) : Value.absent(),
                answer.carries(FieldNames.FULL_NAME)
                        ? Value.of(answer.fullName().orElse(null))
                        : Value.absent(),
                Value.absent(),
                Value.absent(),
                fields);
    }

    private static Member both(Member contact, Member member) {
        Map<String, Value> fields = new HashMap<>(contact.fields());
        fields.putAll(member.fields());
        return new Member(
                contact.userId(), contact.email(), contact.fullName(), member.status(), member.planId(), fields);
    }
}
