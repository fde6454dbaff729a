package dev.membersync.sync.config;

import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.workflow.LapsedGuard;
import dev.membersync.sync.workflow.Workflow;
import java.util.Optional;

/**
 * One workflow of the template {@code lapsed-guard}.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 * @param statuses who has lapsed
 * @param statusLabel the form field for the membership status; empty when it is not written
 * @param guards when to stop
 */
public record LapsedGuardConfig(
        String id, String event, long occurrence, Statuses statuses, Optional<String> statusLabel, GuardPolicy guards)
        implements TicketWorkflowConfig {
    @Override
    public Optional<Buyer> buyer() {
        return Optional.empty();
    }

    @Override
    public Workflow workflow(TicketDesk desk) {
        LapsedGuard workflow = LapsedGuard.of(desk).id(id).statuses(statuses).guards(guards);
        statusLabel.ifPresent(workflow::statusLabel);
        return workflow.build();
    }
}
