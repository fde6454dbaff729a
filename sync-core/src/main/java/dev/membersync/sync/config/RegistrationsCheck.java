package dev.membersync.sync.config;

import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.engine.Derivations;
import dev.membersync.sync.engine.MappedWorkflow;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.text.Nearest;
import dev.membersync.sync.text.WordTable;
import dev.membersync.sync.workflow.Workflow;
import java.util.List;

/** What the doctor looks at for {@code registrations-to-membership} and {@code registrations-to-tags}. */
final class RegistrationsCheck {
    private RegistrationsCheck() {}

    static void examine(RegistrationsConfig config, EventLook look) {
        WordTable<TicketTypeInfo> types = WordTable.of(look.types(), TicketTypeInfo::name);
        List<String> unknown = config.plans().keySet().stream()
                .filter(name -> types.find(name).size() != 1)
                .toList();
        unknown.forEach(name -> look.wrong(
                "plans", "the event has no single ticket type \"" + name + "\"; " + Nearest.hint(name, types.words())));
        if (unknown.isEmpty() && !config.plans().isEmpty()) {
            look.good("every ticket type in plans exists");
        }
        if (hasPlaces(config, look)) {
            writable(look);
        }
        if (config.unknownRegistrants() == UnknownRegistrants.CREATE) {
            look.goodMembers("contacts can be made of registrants who are no members; whatever the account does about a"
                    + " new contact, it does about them");
        }
        config.memberIdLabel()
                .ifPresent(label -> look.field(label, "the member's identity is not written to registrations"));
    }

    /** What a contact has no place for by itself is named by the settings of members. */
    private static boolean hasPlaces(RegistrationsConfig config, EventLook look) {
        MemberDirectory members = look.members();
        boolean status = !config.status() || members.writes(MemberDraft.REGISTRATION_STATUS);
        boolean plan = config.plans().isEmpty() || members.writes(MemberDraft.PLAN_ID);
        boolean tags = config.tags().isEmpty() || members.writes(MemberDraft.TAGS);
        if (!status) {
            look.wrongMembers(
                    "template",
                    "members have no place for the registration status; name one in memberships.members:"
                            + " registrationStatus: \"field:registration_status\"");
        }
        if (!plan) {
            look.wrongMembers(
                    "plans", "members have no place for a plan; name one in memberships.members: plan: \"field:plan\"");
        }
        if (!tags) {
            look.wrongMembers("tags", "members of this profile have no tags; those of highlevel have");
        }
        return status && plan && tags;
    }

    private static void writable(EventLook look) {
        Workflow workflow = look.workflow();
        try {
            Derivations.checkWritable(
                    new MappedWorkflow(
                            workflow.id(),
                            workflow.desk().event(),
                            workflow.mapping().mapping(look.types(), look.form())),
                    look.members());
            look.goodMembers("what registrations tell can be written to members, as far as can be known");
        } catch (MappingException e) {
            look.wrongMembers("template", e.getMessage());
        }
    }
}
