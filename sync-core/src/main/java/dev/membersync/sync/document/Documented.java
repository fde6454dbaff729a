package dev.membersync.sync.document;

import dev.membersync.sync.adapter.FormLabels;
import dev.membersync.sync.adapter.MemberCatalogue;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.record.FieldInfo;
import dev.membersync.sync.workflow.Workflow;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One workflow as its author wrote it, and what both services have of what it names.
 *
 * @param name the workflow and its event
 * @param mapping its mapping, whatever the form lacks
 * @param form the form of the event now
 * @param members what the account says about the members' fields
 */
record Documented(String name, Mapping mapping, FormLabels form, MemberCatalogue members) {
    /** Costs two calls of the event, and a call a page where custom fields are mapped. */
    static Documented of(Workflow workflow, MemberDirectory directory) {
        TicketDesk desk = workflow.desk();
        Mapping mapping = workflow.mapping().mapping(desk.ticketTypes(), FormLabels.any());
        Set<String> names = new TreeSet<>();
        mapping.fields().forEach(field -> names.addAll(memberFields(field)));
        String event = desk.event() + (desk.occurrence().isEmpty() ? "" : ", occurrence " + desk.occurrence());
        return new Documented(workflow.id() + " at " + event, mapping, desk.form(), directory.catalogue(names));
    }

    /** The members' fields that a mapper names; one that only repeats its own name names none. */
    static Set<String> memberFields(FieldMapper field) {
        Set<String> names = new TreeSet<>();
        if (!field.leftReads().equals(Set.of(field.name()))) {
            names.addAll(field.leftReads());
        }
        if (field.direction() != Direction.LEFT_TO_RIGHT) {
            names.addAll(field.leftWrites());
        }
        return names;
    }

    /** The form field with this label, as it is now. */
    Optional<FieldInfo> formField(String label) {
        return form.fields().stream().filter(field -> field.key().equals(label)).findFirst();
    }
}
