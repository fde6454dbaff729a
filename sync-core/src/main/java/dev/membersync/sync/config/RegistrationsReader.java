package dev.membersync.sync.config;

import dev.membersync.memberships.profile.MemberSource;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.text.Nearest;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of {@code registrations-to-membership} and of {@code registrations-to-tags}. */
final class RegistrationsReader {
    static final Template<RegistrationsConfig> TO_MEMBERSHIP = new Template<>(
            RegistrationsToMembership.ID,
            RegistrationsConfig.class,
            RegistrationsReader::toMembership,
            RegistrationsCheck::examine);

    static final Template<RegistrationsConfig> TO_TAGS = new Template<>(
            "registrations-to-tags",
            RegistrationsConfig.class,
            RegistrationsReader::toTags,
            RegistrationsCheck::examine);

    private static final String TAGS = "evt:{event}:{state}";
    private static final String KEEP = "keep";
    private static final String UNKNOWN = "unknownRegistrants";
    private static final Map<String, UnknownRegistrants> POLICIES = Map.of(
            "ignore", UnknownRegistrants.IGNORE,
            "review", UnknownRegistrants.REVIEW,
            "create", UnknownRegistrants.CREATE);
    private static final String ENROL = "enrol";

    private final Section section;
    private final WorkflowHead head;

    private RegistrationsReader(Section section, WorkflowHead head) {
        this.section = section;
        this.head = head;
    }

    private static RegistrationsConfig toMembership(Section section, WorkflowHead head) {
        RegistrationsReader reader = new RegistrationsReader(section, head);
        Section fields = section.section("fields");
        Optional<String> memberId = Values.of(fields).text("memberId");
        fields.end();
        return reader.read(true, reader.tags(Optional.empty()), reader.plans(), memberId, reader.ticketId());
    }

    private static RegistrationsConfig toTags(Section section, WorkflowHead head) {
        RegistrationsReader reader = new RegistrationsReader(section, head);
        return reader.read(false, reader.tags(Optional.of(TAGS)), Map.of(), Optional.empty(), Optional.empty());
    }

    private RegistrationsConfig read(
            boolean status,
            Optional<String> tags,
            Map<String, String> plans,
            Optional<String> memberId,
            Optional<String> ticketId) {
        UnknownRegistrants unknown = Values.of(section).word(UNKNOWN, POLICIES, UnknownRegistrants.IGNORE);
        return new RegistrationsConfig(
                head.id(),
                head.event(),
                head.occurrence(),
                status,
                states(),
                neverDowngrade(),
                tags,
                plans,
                memberId,
                ticketId,
                unknown,
                enrolments(),
                guards(unknown));
    }

    private Map<RegistrationState, String> states() {
        Map<RegistrationState, String> states = new EnumMap<>(RegistrationState.class);
        for (RegistrationState state : RegistrationState.values()) {
            states.put(state, state.word());
        }
        Section table = section.section("states");
        table.rows()
                .forEach((word, written) -> state(table, word, word).ifPresent(state -> {
                    if (written.value().equals(KEEP)) {
                        states.remove(state);
                    } else if (written.value().isBlank() || written.value().startsWith("?")) {
                        table.mistake(word, "write the word for this state, or keep to write nothing in it");
                    } else {
                        states.put(state, written.value());
                    }
                }));
        return states;
    }

    private Map<RegistrationState, String> enrolments() {
        Map<RegistrationState, String> enrolments = new EnumMap<>(RegistrationState.class);
        Section table = section.section(ENROL);
        table.rows()
                .forEach((word, workflow) -> state(table, word, word).ifPresent(state -> {
                    if (!workflow.value().matches("[A-Za-z0-9_-]+")) {
                        table.mistake(
                                word, "write the id of a workflow, which HighLevel shows in the address of its page");
                    }
                    enrolments.put(state, workflow.value());
                }));
        return enrolments;
    }

    /** What depends on the profile is known only when both sections are read. */
    static void check(Section root, List<WorkflowConfig> workflows, MembershipsConfig memberships) {
        List<Section> sections = root.sections("workflows");
        for (int i = 0; i < workflows.size() && workflows.size() == sections.size(); i++) {
            if (workflows.get(i) instanceof RegistrationsConfig config) {
                check(sections.get(i), config, memberships);
            }
        }
    }

    private static void check(Section section, RegistrationsConfig config, MembershipsConfig memberships) {
        if (section.has(ENROL) && !memberships.profile().has("contacts.workflow.enrol")) {
            section.mistake(
                    ENROL,
                    "members of the profile standard are users, who are in no workflows; take this key out, or use the"
                            + " profile highlevel");
        }
        if (memberships.profile().members() == MemberSource.USERS
                && config.unknownRegistrants() == UnknownRegistrants.CREATE) {
            section.mistake(
                    UNKNOWN,
                    "the contract of the profile standard has no call that makes a user; write review, and make those who"
                            + " are members in the Memberships API");
        }
    }

    private Set<RegistrationState> neverDowngrade() {
        Set<RegistrationState> states = EnumSet.noneOf(RegistrationState.class);
        section.texts("neverDowngrade")
                .forEach(word -> state(section, "neverDowngrade", word).ifPresent(states::add));
        return states;
    }

    private static Optional<RegistrationState> state(Section at, String key, String word) {
        Optional<RegistrationState> found = Arrays.stream(RegistrationState.values())
                .filter(state -> state.word().equals(word))
                .findFirst();
        if (found.isEmpty()) {
            List<String> words = Arrays.stream(RegistrationState.values())
                    .map(RegistrationState::word)
                    .toList();
            at.mistake(key, "\"" + word + "\" is no state of a registration; " + Nearest.hint(word, words));
        }
        return found;
    }

    private Optional<String> tags(Optional<String> otherwise) {
        Optional<String> pattern = Values.of(section).text("tags").or(() -> otherwise);
        if (pattern.filter(text -> !text.contains("{state}")).isPresent()) {
            section.mistake("tags", "a pattern has {state} where the state stands: \"" + TAGS + "\"");
        }
        return pattern;
    }

    private Map<String, String> plans() {
        Map<String, String> plans = new LinkedHashMap<>();
        section.section("plans").rows().forEach((type, plan) -> plans.put(type, plan.value()));
        return plans;
    }

    private Optional<String> ticketId() {
        Optional<String> place = Values.of(section).text("ticketId");
        if (place.filter(text -> !text.matches("field:\\s*\\S.*")).isPresent()) {
            section.mistake("ticketId", "write field: and the key of a custom field: \"field:event_ticket\"");
        }
        return place.map(text -> text.replaceFirst("field:\\s*", ""));
    }

    /** Members are made where the policy says so, and nowhere else is there anything to count. */
    private GuardPolicy guards(UnknownRegistrants unknown) {
        Section guards = section.section("guards");
        if (unknown != UnknownRegistrants.CREATE && guards.keys().contains("creates")) {
            guards.mistake(
                    "creates",
                    "this template registers nobody and, without unknownRegistrants: create, makes nobody: there is"
                            + " nothing to guard");
        }
        return GuardsReader.readWithEnrolments(guards, RegistrationsToMembership.standardGuards());
    }
}
