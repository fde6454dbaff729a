package dev.membersync.sync.config;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.policy.Exchanges;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.workflow.MembersToAttendees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of {@code members-to-attendees}. */
final class MembersToAttendeesReader {
    static final Template<MembersToAttendeesConfig> TEMPLATE = new Template<>(
            MembersToAttendees.ID,
            MembersToAttendeesConfig.class,
            MembersToAttendeesReader::read,
            MembersToAttendeesCheck::examine);

    /** The same with a row for every plan: who has a plan without one waits, and so does who changes his plan. */
    static final Template<MembersToAttendeesConfig> BY_PLAN = new Template<>(
            MembersToAttendees.BY_PLAN,
            MembersToAttendeesConfig.class,
            MembersToAttendeesReader::readByPlan,
            MembersToAttendeesCheck::examine);

    private static final Map<String, Exchanges> EXCHANGES = Map.of("make", Exchanges.MAKE, "review", Exchanges.ASK);
    private static final Map<String, Direction> DIRECTIONS =
            Map.of(Direction.LEFT_TO_RIGHT.word(), Direction.LEFT_TO_RIGHT, Direction.BOTH.word(), Direction.BOTH);
    private static final Map<String, PaidTickets> PAID = Map.of(
            "review", PaidTickets.REVIEW,
            "unpaid", PaidTickets.UNPAID,
            "complimentary", PaidTickets.COMPLIMENTARY,
            "cash", PaidTickets.CASH);

    private MembersToAttendeesReader() {}

    private static MembersToAttendeesConfig read(Section section, WorkflowHead head) {
        Map<String, String> types = ticketTypes(section);
        return read(
                section,
                head,
                types.isEmpty() ? Map.of("gold", "VIP", "*", "General Admission") : types,
                Exchanges.MAKE);
    }

    private static MembersToAttendeesConfig readByPlan(Section section, WorkflowHead head) {
        Map<String, String> types = ticketTypes(section);
        if (types.isEmpty()) {
            section.mistake("ticketTypes", "this template needs a row for each plan, such as gold: \"VIP\"");
        } else if (types.containsKey("*")) {
            section.section("ticketTypes")
                    .mistake(
                            "*",
                            "this template has no row for everybody else, who wait for a row of their own; for that"
                                    + " row use template: " + MembersToAttendees.ID);
        }
        return read(section, head, types, Exchanges.ASK);
    }

    private static MembersToAttendeesConfig read(
            Section section, WorkflowHead head, Map<String, String> types, Exchanges exchanges) {
        Values values = Values.of(section);
        Section fields = section.section("fields");
        String statusLabel = Values.of(fields).text("memberStatus", "Membership Status");
        String memberIdLabel = Values.of(fields).text("memberId", "Member ID");
        fields.end();
        return new MembersToAttendeesConfig(
                head.id(),
                head.event(),
                head.occurrence(),
                types,
                StatusesReader.read(section),
                values.word("paidTickets", PAID, PaidTickets.REVIEW),
                values.word("moneyMoves", Map.of("allow", true, "review", false), false),
                values.word("exchanges", EXCHANGES, exchanges),
                statusLabel,
                memberIdLabel,
                values.word("direction", DIRECTIONS, Direction.LEFT_TO_RIGHT),
                map(section, statusLabel, memberIdLabel),
                GuardsReader.read(section.section("guards")),
                buyer(section));
    }

    private static List<FieldMapper> map(Section section, String... taken) {
        List<FieldMapper> map = MapReader.read(section);
        for (String label : taken) {
            if (map.stream()
                    .anyMatch(field -> field.formField().filter(label::equals).isPresent())) {
                section.mistake("map", "the form field \"" + label + "\" is mapped by fields; map another one here");
            }
        }
        return map;
    }

    private static Map<String, String> ticketTypes(Section section) {
        Map<String, String> types = new LinkedHashMap<>();
        section.section("ticketTypes").rows().forEach((word, name) -> types.put(word, name.value()));
        return types;
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
