package dev.membersync.sync.config;

import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.mapping.StateWords;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.UnknownRegistrants;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import dev.membersync.sync.workflow.Workflow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One workflow of the template {@code registrations-to-membership}, or of {@code registrations-to-tags}, which is the same
 * without the registration status.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param status whether the registration status is written
 * @param states the word for each state that is written
 * @param neverDowngrade the states that a member who was told one of them keeps
 * @param tags the pattern of the state's tag; empty when none is written
 * @param plans plans by ticket type names
 * @param memberIdLabel the form field for the member's identity; empty when it is not written
 * @param ticketIdField the member's field for the ticket's id; empty when it is not written
 * @param unknownRegistrants what happens about tickets whose holders are no members
 * @param enrolments ids of workflows of the Memberships side by the states that enrol members in them
 * @param guards when to stop
 */
public record RegistrationsConfig(
        String id,
        String event,
        long occurrence,
        boolean status,
        Map<RegistrationState, String> states,
        Set<RegistrationState> neverDowngrade,
        Optional<String> tags,
        Map<String, String> plans,
        Optional<String> memberIdLabel,
        Optional<String> ticketIdField,
        UnknownRegistrants unknownRegistrants,
        Map<RegistrationState, String> enrolments,
        GuardPolicy guards)
        implements TicketWorkflowConfig {
    public RegistrationsConfig {
        Map<RegistrationState, String> words = new EnumMap<>(RegistrationState.class);
        words.putAll(states);
        states = Collections.unmodifiableMap(words);
        neverDowngrade = Set.copyOf(neverDowngrade);
        enrolments = Map.copyOf(enrolments);
        plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
    }

    @Override
    public Optional<Buyer> buyer() {
        return Optional.empty();
    }

    @Override
    public Workflow workflow(TicketDesk desk) {
        RegistrationsToMembership workflow = RegistrationsToMembership.of(desk)
                .id(id)
                .states(words())
                .plans(plans)
                .unknownRegistrants(unknownRegistrants)
                .enrol(enrolments)
                .guards(guards);
        if (!status) {
            workflow.withoutStatus();
        }
        tags.ifPresent(workflow::tags);
        memberIdLabel.ifPresent(workflow::memberIdLabel);
        ticketIdField.ifPresent(workflow::ticketIdField);
        return workflow.build();
    }

    private StateWords words() {
        StateWords words = StateWords.standard();
        for (RegistrationState state : RegistrationState.values()) {
            String word = states.get(state);
            words = word == null ? words.without(state) : words.with(state, word);
        }
        return words.neverDowngrading(neverDowngrade);
    }
}
