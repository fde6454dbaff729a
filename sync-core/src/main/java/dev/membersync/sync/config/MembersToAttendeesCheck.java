package dev.membersync.sync.config;

import dev.membersync.sync.engine.Derivations;
import dev.membersync.sync.engine.MappedWorkflow;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.mapping.TicketTypes;
import dev.membersync.sync.workflow.Workflow;

/** What the doctor looks at for {@code members-to-attendees}. */
final class MembersToAttendeesCheck {
    private MembersToAttendeesCheck() {}

    /** The place of the key in the file is said before it already. */
    private static void wrong(String problem, EventLook look) {
        look.wrong("ticketTypes", problem.replaceFirst("^ticketTypes: ", ""));
    }

    static void examine(MembersToAttendeesConfig config, EventLook look) {
        try {
            TicketTypes.of(config.ticketTypes(), look.types()).problems().forEach(problem -> wrong(problem, look));
        } catch (MappingException e) {
            wrong(String.valueOf(e.getMessage()), look);
        }
        if (look.isGood()) {
            look.good("every name in ticketTypes exists");
            if (config.flowsBack()) {
                wayBack(config, look);
            }
        }
        look.field(config.statusLabel(), "the membership status is not written");
        look.field(config.memberIdLabel(), "a lost store is rebuilt from order notes only");
        config.map()
                .forEach(field -> field.formField()
                        .ifPresent(label -> look.field("map", label, field.name() + " is not written")));
    }

    private static void wayBack(MembersToAttendeesConfig config, EventLook look) {
        Workflow workflow = look.workflow();
        try {
            Derivations.checkWritable(
                    new MappedWorkflow(
                            workflow.id(),
                            workflow.desk().event(),
                            workflow.mapping().mapping(look.types(), look.form())),
                    look.members());
            look.goodMembers("what flows back can be written to members, as far as can be known");
        } catch (MappingException e) {
            look.wrongMembers(config.direction() == Direction.BOTH ? "direction" : "map", e.getMessage());
        }
    }
}
