package dev.membersync.sync.workflow;

import dev.membersync.sync.adapter.FormLabels;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.Mapping;
import dev.membersync.sync.mapping.MappingBuilder;
import dev.membersync.sync.mapping.StateWords;
import dev.membersync.sync.policy.Exchanges;
import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.GuardPolicy.Share;
import dev.membersync.sync.policy.MatchPolicy;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.ReactionPolicy;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.record.TicketTypeInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workflow {@code registrations-to-membership}: what becomes of a registration is told to the member who holds it. It
 * registers nobody and ends no registration; a buyer who is not the holder is told nothing.
 *
 * <p>A registration is a member's own by the same ladder as in {@link MembersToAttendees}: link, our tag, address. Of several
 * tickets the primary one tells, see {@link TicketRole#NEWS}. Not thread-safe while it is being built.
 */
public final class RegistrationsToMembership {
    /** The template's id, and the default id of the workflow. */
    public static final String ID = "registrations-to-membership";

    private static final long NO_LIMIT = 999_999_999;

    private final TicketDesk desk;
    private final List<FieldMapper> more = new ArrayList<>();
    private String id = ID;
    private StateWords states = StateWords.standard();
    private boolean status = true;
    private Optional<String> tagPattern = Optional.empty();
    private Map<String, String> plans = Map.of();
    private Optional<String> memberIdLabel = Optional.empty();
    private Optional<String> ticketIdField = Optional.empty();
    private Map<RegistrationState, String> enrolments = Map.of();
    private GuardPolicy guards = standardGuards();
    private UnknownRegistrants unknown = UnknownRegistrants.IGNORE;

    private RegistrationsToMembership(TicketDesk desk) {
        this.desk = desk;
    }

    /** Begins the workflow; as it is, the registration status is written and nothing else. */
    public static RegistrationsToMembership of(TicketDesk desk) {
        return new RegistrationsToMembership(desk);
    }

    /**
     * The guards of this workflow: none for changes, because on the day of the event everybody's state changes, and those of
     * {@link GuardPolicy#standard} for registrations that are missing from a complete list, for members who are made, and
     * for enrolments.
     */
    public static GuardPolicy standardGuards() {
        GuardPolicy standard = GuardPolicy.standard();
        return new GuardPolicy(standard.creates(), new Share(100, NO_LIMIT), standard.removals());
    }

    /** Another id, for a second workflow of the same event. */
    public RegistrationsToMembership id(String workflowId) {
        id = workflowId;
        return this;
    }

    /** How the states are written; default {@link StateWords#standard}. */
    public RegistrationsToMembership states(StateWords words) {
        states = words;
        return this;
    }

    /** Does not write the registration status. */
    public RegistrationsToMembership withoutStatus() {
        status = false;
        return this;
    }

    /**
     * Tells the state by a tag too.
     *
     * @param pattern the tag, in which {@code {event}} and {@code {state}} stand for the event url and the state's word
     */
    public RegistrationsToMembership tags(String pattern) {
        tagPattern = Optional.of(pattern);
        return this;
    }

    /** The plans that ticket types bring to members who have none, by the names of the types; default: none. */
    public RegistrationsToMembership plans(Map<String, String> table) {
        plans = Map.copyOf(table);
        return this;
    }

    /** Writes the member's identity into this field of the registration form; default: nothing is written there. */
    public RegistrationsToMembership memberIdLabel(String label) {
        memberIdLabel = Optional.of(label);
        return this;
    }

    /** Writes the ticket's id into this field of the member; default: nothing. */
    public RegistrationsToMembership ticketIdField(String field) {
        ticketIdField = Optional.of(field);
        return this;
    }

    /**
     * What happens about live tickets whose holders are no members; default {@link UnknownRegistrants#IGNORE}. With
     * {@link UnknownRegistrants#CREATE} a run counts the members it makes against {@link GuardPolicy#creates}, and is
     * refused where the Memberships side can make none.
     */
    public RegistrationsToMembership unknownRegistrants(UnknownRegistrants policy) {
        unknown = policy;
        return this;
    }

    /**
     * The workflows of the Memberships side that a member is put into when the registration reaches a state, once for each
     * state; default: none. Only contacts are in workflows.
     *
     * @param table ids of workflows by states
     */
    public RegistrationsToMembership enrol(Map<RegistrationState, String> table) {
        Map<RegistrationState, String> copy = new EnumMap<>(RegistrationState.class);
        copy.putAll(table);
        enrolments = Collections.unmodifiableMap(copy);
        return this;
    }

    /** One more mapped field. */
    public RegistrationsToMembership with(FieldMapper field) {
        more.add(field);
        return this;
    }

    /** When to stop; default {@link #standardGuards}. */
    public RegistrationsToMembership guards(GuardPolicy policy) {
        guards = policy;
        return this;
    }

    /** The workflow. */
    public Workflow build() {
        return new Workflow(
                id,
                desk,
                this::mapping,
                Statuses.indifferent(),
                "CASH",
                PaidTickets.REVIEW,
                false,
                Exchanges.MAKE,
                memberIdLabel,
                guards,
                MatchPolicy.firstOf(MatchPolicy.byOldestTag(), MatchPolicy.byEmail()),
                reactions(),
                FencePolicy.standard(),
                TicketRole.NEWS,
                unknown);
    }

    /** Nobody is registered, and a member who is gone is told nothing any more. */
    private static ReactionPolicy reactions() {
        return ReactionPolicy.standard()
                .with(Situation.UNMATCHED, Reaction.NOTHING)
                .with(Situation.LEFT_GONE, Reaction.TOMBSTONE)
                .with(Situation.GONE_AND_EDITED, Reaction.TOMBSTONE);
    }

    private Mapping mapping(List<TicketTypeInfo> catalogue, FormLabels form) {
        MappingBuilder mapping = Mapping.of(ID)
                .with(Fields.watchedHolder(Fields.name()))
                .with(Fields.watchedHolder(Fields.email()))
                .with(Fields.watchedTicketStatus());
        if (status) {
            mapping.with(Fields.registrationStatus(states));
        }
        tagPattern.ifPresent(
                pattern -> mapping.with(Fields.registrationTag(pattern.replace("{event}", desk.event()), states)));
        if (!plans.isEmpty()) {
            mapping.with(Fields.plan(plans, catalogue));
        }
        ticketIdField.ifPresent(field -> mapping.with(Fields.ticketId(field)));
        memberIdLabel.filter(form::has).ifPresent(label -> mapping.with(Fields.memberId(label)));
        enrolments.forEach((state, flow) -> mapping.with(Fields.enrolment(state, flow)));
        more.stream().filter(field -> Fields.isAsked(field, form.labels())).forEach(mapping::with);
        return mapping.build();
    }
}
