package dev.membersync.sync.config;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.text.Nearest;
import dev.membersync.sync.workflow.MembersToAttendees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the workflows of a file. */
final class WorkflowReader {
    private static final List<String> LATER = List.of("registrations-to-membership", "payments");
    private static final Map<String, Direction> DIRECTIONS =
            Map.of("toAccelevents", Direction.LEFT_TO_RIGHT, "both", Direction.BOTH);
    private static final Map<String, PaidTickets> PAID = Map.of(
            "review", PaidTickets.REVIEW,
            "unpaid", PaidTickets.UNPAID,
            "complimentary", PaidTickets.COMPLIMENTARY,
            "cash", PaidTickets.CASH);

    private final String event;
    private final long occurrence;
    private final Section accelevents;

    private WorkflowReader(Section accelevents) {
        Values values = Values.of(accelevents);
        this.accelevents = accelevents;
        this.event = event(accelevents, "eventUrl");
        this.occurrence = values.whole("recurringEventId", 1, Long.MAX_VALUE, 0);
    }

    static List<WorkflowConfig> read(Section root, Section accelevents) {
        WorkflowReader reader = new WorkflowReader(accelevents);
        List<WorkflowConfig> workflows = new ArrayList<>();
        Set<List<String>> ids = new HashSet<>();
        List<Section> sections = root.sections("workflows");
        for (Section section : sections) {
            WorkflowConfig workflow = reader.workflow(section);
            if (!ids.add(List.of(workflow.id(), workflow.event()))) {
                section.mistake(
                        "id", "the event has a workflow \"" + workflow.id() + "\" already; give this one another id");
            }
            workflows.add(workflow);
        }
        if (sections.isEmpty()) {
            root.mistake("workflows", "there is no workflow; write - template: " + MembersToAttendees.ID);
        }
        return workflows;
    }

    private WorkflowConfig workflow(Section section) {
        Values values = Values.of(section);
        section.required("template", "write template: " + MembersToAttendees.ID)
                .ifPresent(template -> checkTemplate(section, template));
        boolean own = section.has("event");
        String at = own ? event(section, "event") : event;
        if (at.isEmpty() && !own && !accelevents.has("eventUrl")) {
            accelevents.mistake("eventUrl", "this key is missing; write the part after /events/ of the event's page");
        }
        Section fields = section.section("fields");
        String statusLabel = Values.of(fields).text("memberStatus", "Membership Status");
        String memberIdLabel = Values.of(fields).text("memberId", "Member ID");
        fields.end();
        WorkflowConfig workflow = new WorkflowConfig(
                values.text("id", MembersToAttendees.ID),
                at,
                own ? 0 : occurrence,
                ticketTypes(section),
                statuses(section),
                values.word("paidTickets", PAID, PaidTickets.REVIEW),
                values.word("moneyMoves", Map.of("allow", true, "review", false), false),
                statusLabel,
                memberIdLabel,
                values.word("direction", DIRECTIONS, Direction.LEFT_TO_RIGHT),
                guards(section.section("guards")),
                buyer(section));
        section.end();
        return workflow;
    }

    private static void checkTemplate(Section section, Scalar template) {
        List<String> templates = List.of(MembersToAttendees.ID);
        if (LATER.contains(template.value())) {
            section.mistake(
                    "template", template.value() + " comes with a later version; this one has " + templates.get(0));
        } else if (!templates.contains(template.value())) {
            section.mistake(
                    "template", template.shown() + " is no template; " + Nearest.hint(template.raw(), templates));
        }
    }

    private static String event(Section section, String key) {
        String event = Values.of(section).text(key, "");
        if (event.contains("/") || event.contains(" ")) {
            section.mistake(
                    key, "name the event by the part after /events/ of its page alone, such as \"spring-summit\"");
        }
        return event;
    }

    private static Map<String, String> ticketTypes(Section section) {
        Map<String, String> types = new LinkedHashMap<>();
        section.section("ticketTypes").rows().forEach((word, name) -> types.put(word, name.value()));
        return types.isEmpty() ? Map.of("gold", "VIP", "*", "General Admission") : types;
    }

    private static Statuses statuses(Section section) {
        Section table = section.section("statuses");
        Map<String, String> rows = new LinkedHashMap<>();
        table.rows().forEach((word, action) -> {
            try {
                Statuses.parse(Map.of(word, action.value()));
                rows.put(word, action.value());
            } catch (IllegalArgumentException e) {
                table.mistake(word, withoutPlace(e, word));
            }
        });
        try {
            return rows.isEmpty() ? Statuses.standard() : Statuses.parse(rows);
        } catch (IllegalArgumentException e) {
            section.mistake("statuses", withoutPlace(e, ""));
            return Statuses.standard();
        }
    }

    private static String withoutPlace(IllegalArgumentException refusal, String word) {
        String message = String.valueOf(refusal.getMessage());
        for (String place : List.of("statuses: " + word + ": ", "statuses: ")) {
            if (message.startsWith(place)) {
                return message.substring(place.length());
            }
        }
        return message;
    }

    private static GuardPolicy guards(Section section) {
        Values values = Values.of(section);
        GuardPolicy standard = GuardPolicy.standard();
        GuardPolicy guards = new GuardPolicy(
                values.whole("creates", 0, Long.MAX_VALUE, standard.creates()),
                values.share("changes", standard.changes()),
                values.share("removals", standard.removals()));
        section.end();
        return guards;
    }

    private static Optional<Buyer> buyer(Section section) {
        if (!section.has("buyer")) {
            return Optional.empty();
        }
        Section table = section.section("buyer");
        String name = table.required("name", "the buyer of every ticket needs one")
                .map(Scalar::value)
                .orElse("");
        String email = table.required("email", "the buyer of every ticket needs one")
                .map(Scalar::value)
                .orElse("");
        if (!email.contains("@") && table.has("email")) {
            table.mistake("email", "this is no e-mail address");
        }
        table.end();
        return Optional.of(new Buyer(name, email));
    }
}
