package dev.membersync.sync.config;

import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.workflow.DuplicateHygiene;
import dev.membersync.sync.workflow.Workflow;
import java.util.Optional;

/**
 * One report of the template {@code duplicate-hygiene}. Beside another workflow between members and tickets of the event it
 * looks at what that one read, and {@link #workflow} is not run.
 *
 * @param id its id; default the template's
 * @param event the event url
 * @param occurrence the recurring event id; 0 for an ordinary event
 */
public record DuplicateHygieneConfig(String id, String event, long occurrence) implements TicketWorkflowConfig {
    /** Reads the keys: it has none of its own. */
    static final Template<DuplicateHygieneConfig> TEMPLATE = new Template<>(
            DuplicateHygiene.ID,
            DuplicateHygieneConfig.class,
            (section, head) -> new DuplicateHygieneConfig(head.id(), head.event(), head.occurrence()),
            (config, look) -> look.good("duplicates and broken links are reported, nothing is changed"));

    @Override
    public Optional<Buyer> buyer() {
        return Optional.empty();
    }

    @Override
    public Workflow workflow(TicketDesk desk) {
        return DuplicateHygiene.of(id, desk);
    }

    boolean isAbout(WorkflowConfig other) {
        return event.equals(other.event()) && occurrence == other.occurrence();
    }
}
