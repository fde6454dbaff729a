package dev.membersync.memberships;

import dev.membersync.client.Page;
import dev.membersync.memberships.contact.Contact;
import dev.membersync.memberships.contact.ContactDraft;
import dev.membersync.memberships.contact.CustomFieldValue;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.user.MemberStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Contacts as members, by the settings of the account. What a contact does not carry counts as not held when it is about
 * the rule: nobody becomes a member by an answer that says nothing.
 */
record ContactView(MemberSettings settings, CustomFieldBook.Names names) {

    static final String TAGS = "tags";
    private static final String CUSTOM_FIELDS = "customFields";

    Page<Member> page(Page<Contact> page) {
        List<Member> members = page.items().stream().map(this::member).toList();
        return new Page<>(members, page.total(), page.next(), page.number());
    }

    Member member(Contact contact) {
        return new Member(
                contact.id(),
                contact.email(),
                contact.fullName(),
                status(contact),
                settings.plan().flatMap(place -> value(contact, place)),
                settings.registrationStatus().flatMap(place -> value(contact, place)),
                carried(contact),
                extra(contact));
    }

    /** The same for the answer to a write, which need not show what the rule is about: then the status is unseen. */
    Member answer(Contact contact) {
        Member member = member(contact);
        if (contact.carries(settings.only() instanceof MemberRule.Tag ? TAGS : CUSTOM_FIELDS)) {
            return member;
        }
        var carried = new TreeSet<>(member.carried());
        carried.remove(FieldNames.STATUS);
        return new Member(
                member.userId(),
                member.email(),
                member.fullName(),
                Optional.empty(),
                member.planId(),
                member.registrationStatus(),
                carried,
                member.extra());
    }

    /** Inside the rule and without a place for a status: the rule itself says that the membership is in force. */
    private Optional<MemberStatus> status(Contact contact) {
        if (!inside(contact)) {
            return Optional.of(MemberStatus.NOT_A_MEMBER);
        }
        return settings.status().isEmpty()
                ? Optional.of(MemberStatus.ACTIVE)
                : value(contact, settings.status().get()).map(MemberStatus::new);
    }

    /** The same contact to be made, inside the rule. Tags are stored in lower case (INFER). */
    ContactDraft inside(ContactDraft draft) {
        return settings.only() instanceof MemberRule.Field rule
                ? draft.customField(CustomFieldValue.of(names.id(rule.field()), rule.value()))
                : draft.tags(List.of(((MemberRule.Tag) settings.only()).name().toLowerCase(Locale.ROOT)));
    }

    private boolean inside(Contact contact) {
        if (settings.only() instanceof MemberRule.Field rule) {
            Object held = contact.customFieldValue(names.id(rule.field()))
                    .flatMap(CustomFieldValue::value)
                    .orElse(List.of());
            Stream<?> values = held instanceof Collection<?> several ? several.stream() : Stream.of(held);
            return values.anyMatch(value -> String.valueOf(value).equals(rule.value()));
        }
        String tag = ((MemberRule.Tag) settings.only()).name();
        return contact.tags().stream().anyMatch(tag::equalsIgnoreCase);
    }

    /** An empty text is no value: it is what an emptied custom field may hold. */
    private Optional<String> value(Contact contact, MemberField place) {
        Optional<String> value = place instanceof MemberField.TagPrefix tag
                ? contact.tags().stream()
                        .filter(tag::begins)
                        .reduce((older, newer) -> newer)
                        .map(tag::rest)
                : contact.customField(names.id(((MemberField.Custom) place).key()));
        return value.filter(text -> !text.isBlank());
    }

    private Set<String> carried(Contact contact) {
        var carried = new TreeSet<String>();
        Stream.of(FieldNames.EMAIL, FieldNames.FULL_NAME)
                .filter(contact::carries)
                .forEach(carried::add);
        if (settings.status().isEmpty() || !inside(contact) || shows(contact, settings.status())) {
            carried.add(FieldNames.STATUS);
        }
        if (shows(contact, settings.plan())) {
            carried.add(FieldNames.PLAN_ID);
        }
        if (shows(contact, settings.registrationStatus())) {
            carried.add(FieldNames.REGISTRATION_STATUS);
        }
        return carried;
    }

    /** A custom field without a value is simply not listed, so the list as a whole is what says that it is empty. */
    private static boolean shows(Contact contact, Optional<MemberField> field) {
        return field.filter(place -> contact.carries(place instanceof MemberField.Custom ? CUSTOM_FIELDS : TAGS))
                .isPresent();
    }

    private String name(CustomFieldValue field) {
        return field.id().map(names::key).or(field::key).orElseThrow();
    }

    private Map<String, Object> extra(Contact contact) {
        var extra = new LinkedHashMap<String, Object>();
        contact.phone().ifPresent(value -> extra.put("phone", value));
        contact.firstName().ifPresent(value -> extra.put("firstName", value));
        contact.lastName().ifPresent(value -> extra.put("lastName", value));
        contact.companyName().ifPresent(value -> extra.put("companyName", value));
        contact.source().ifPresent(value -> extra.put("source", value));
        contact.type().ifPresent(value -> extra.put("type", value));
        contact.dateUpdated().ifPresent(value -> extra.put("dateUpdated", value.toString()));
        extra.putAll(contact.extra());
        contact.customFields().forEach(field -> field.value().ifPresent(value -> extra.put(name(field), value)));
        extra.put(TAGS, contact.tags());
        return extra;
    }
}
