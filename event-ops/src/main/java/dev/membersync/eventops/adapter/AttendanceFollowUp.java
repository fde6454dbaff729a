package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.event.EventDetails;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.memberships.Member;
import dev.membersync.memberships.contact.Contact;
import dev.membersync.memberships.contact.ContactTags;
import dev.membersync.memberships.contact.ContactsApi;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.adapter.DeskPage;
import dev.membersync.sync.adapter.DeskRow;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.WorkflowConfig;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * After an event, contacts get a tag that tells who was there. What is right already is not written, so that it can be done
 * again at any time; a contact that is to change is read just before. HighLevel only: users of the other profile have no tags.
 */
public final class AttendanceFollowUp {
    private final Tenant tenant;
    private final WorkflowConfig workflow;
    private final AttendanceTags rules;

    private AttendanceFollowUp(Tenant tenant, WorkflowConfig workflow, AttendanceTags rules) {
        this.tenant = tenant;
        this.workflow = workflow;
        this.rules = rules;
    }

    /** The follow-up of the event of a workflow. */
    public static AttendanceFollowUp of(Tenant tenant, WorkflowConfig workflow, AttendanceTags rules) {
        return new AttendanceFollowUp(tenant, workflow, rules);
    }

    /** A contact whose tags are not right. */
    private record Wish(String id, Optional<String> add, Optional<String> remove) {
        boolean isMet(Collection<?> tags) {
            return add.map(tag -> has(tags, tag)).orElse(true)
                    && remove.map(tag -> !has(tags, tag)).orElse(true);
        }
    }

    /**
     * Looks, and puts the tags right.
     *
     * @param write false to look alone
     * @throws IllegalArgumentException when the event does not say when it ends
     */
    public AttendanceReport run(Instant now, boolean write) {
        Instant due = ends().plus(rules.delay());
        if (now.isBefore(due)) {
            return AttendanceReport.notYet(due);
        }
        People people = new People(tenant.key());
        Map<String, Member> members = members(people);
        Map<String, Boolean> seen = new HashMap<>();
        boolean complete = look(people, members.keySet(), seen);
        List<Wish> wishes = new ArrayList<>();
        long attended = seen.values().stream().filter(there -> there).count();
        seen.forEach((person, there) -> {
            Member member = members.get(person);
            if (member != null) {
                Wish wish = wish(member.userId(), there);
                if (!wish.isMet(tags(member))) {
                    wishes.add(wish);
                }
            }
        });
        boolean held = wishes.size() > rules.most();
        long tagged = 0;
        long silent = 0;
        if (write && complete && !held) {
            for (Wish wish : wishes) {
                boolean made = put(wish);
                tagged += made ? 1 : 0;
                silent += made ? 0 : 1;
            }
        }
        return new AttendanceReport(
                due,
                complete,
                attended,
                seen.size() - attended,
                seen.size() - wishes.size(),
                wishes.size(),
                held,
                tagged,
                silent);
    }

    private Instant ends() {
        EventDetails details = tenant.event(workflow).details().page().execute();
        try {
            return details.ends().at(ZoneId.of(details.zone())).orElseThrow(AttendanceFollowUp::endless);
        } catch (DateTimeException unknown) {
            throw endless();
        }
    }

    private static IllegalArgumentException endless() {
        return new IllegalArgumentException(
                "the event does not say when it ends, or in which time zone; set both in the event's settings");
    }

    /** The members by their pseudonym. */
    private Map<String, Member> members(People people) {
        Map<String, Member> members = new HashMap<>();
        for (Member member : tenant.memberships().members().list()) {
            if (!member.isOutside()) {
                members.put(people.member(member.userId()), member);
                Value unseen = Value.unseen();
                people.know(new dev.membersync.sync.record.Member(
                        member.userId(), Value.ofOptional(member.email()), unseen, unseen, unseen, Map.of()));
            }
        }
        people.links(tenant.store(), LiveDataset.scopes(tenant, workflow));
        return members;
    }

    /** Who was there and who was not; false when the list is not complete. */
    private boolean look(People people, Set<String> members, Map<String, Boolean> seen) {
        Set<String> tickets = new HashSet<>();
        OptionalLong total = OptionalLong.empty();
        for (DeskPage page : AcceleventsDesk.of(tenant.event(workflow)).attendees()) {
            total = page.total();
            for (DeskRow row : page.rows()) {
                Registration registration = row.registration();
                tickets.add(String.valueOf(registration.ticket()));
                boolean there = registration.standing().ticket().text().equals(Optional.of("CHECKED_IN"));
                if (there || registration.access() == Registration.Access.LIVE) {
                    holder(people, registration)
                            .filter(members::contains)
                            .ifPresent(person -> seen.merge(person, there, Boolean::logicalOr));
                }
            }
        }
        return total.isEmpty() || tickets.size() >= total.getAsLong();
    }

    private static Optional<String> holder(People people, Registration registration) {
        return people.memberOf(
                registration.ticket(),
                registration.standing().orderedFor().text(),
                registration.email().text().flatMap(people::address));
    }

    private Wish wish(String id, boolean there) {
        return there ? new Wish(id, rules.attended(), rules.noShow()) : new Wish(id, rules.noShow(), rules.attended());
    }

    /** False for somebody who wants no messages, and for a contact that is gone. */
    private boolean put(Wish wish) {
        ContactsApi contacts = tenant.memberships().contacts();
        try {
            Contact contact = contacts.contact(wish.id()).execute();
            if (rules.consentRequired() && isSilent(contact)) {
                return false;
            }
            ContactTags tags = contacts.tags(wish.id());
            wish.add()
                    .filter(tag -> !has(contact.tags(), tag))
                    .ifPresent(tag -> tags.add(List.of(tag)).execute());
            wish.remove()
                    .filter(tag -> has(contact.tags(), tag))
                    .ifPresent(tag -> tags.remove(List.of(tag)).execute());
            return true;
        } catch (NotFoundException gone) {
            return false;
        }
    }

    /** {@code dnd} for all channels, or the setting of e-mail (SPEC, memberships-api.md 2.2). */
    private static boolean isSilent(Contact contact) {
        if (contact.dnd().orElse(false)) {
            return true;
        }
        return contact.extra().get("dndSettings") instanceof Map<?, ?> settings
                && settings.entrySet().stream()
                        .filter(channel -> String.valueOf(channel.getKey()).equalsIgnoreCase("email"))
                        .anyMatch(channel -> channel.getValue() instanceof Map<?, ?> setting
                                && Set.of("active", "permanent").contains(String.valueOf(setting.get("status"))));
    }

    private static Collection<?> tags(Member member) {
        return member.extra().get("tags") instanceof Collection<?> tags ? tags : List.of();
    }

    private static boolean has(Collection<?> tags, String tag) {
        return tags.stream().anyMatch(held -> String.valueOf(held).equalsIgnoreCase(tag));
    }
}
