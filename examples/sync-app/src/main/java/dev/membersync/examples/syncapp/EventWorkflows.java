package dev.membersync.examples.syncapp;

import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.WorkflowConfig;
import java.util.List;
import java.util.Optional;

/** The workflows of a file that a command works on. */
final class EventWorkflows {
    private EventWorkflows() {}

    /** Those of a template: all, or the one that {@code --workflow} names. At least one. */
    static <C extends WorkflowConfig> List<C> all(Tenant tenant, Args args, Class<C> type, String template) {
        Optional<String> id = args.text(Option.WORKFLOW);
        List<C> found = tenant.config().workflows(type).stream()
                .filter(workflow -> id.map(workflow.id()::equals).orElse(true))
                .toList();
        if (found.isEmpty()) {
            throw AppException.usage(tenant.config().file() + " has no workflow of the template " + template
                    + id.map(named -> " with the id " + named).orElse("") + "; add - template: " + template);
        }
        return found;
    }

    /** The only one of a template, or the one that {@code --workflow} names. */
    static <C extends WorkflowConfig> C one(Tenant tenant, Args args, Class<C> type, String template) {
        List<C> found = all(tenant, args, type, template);
        if (found.size() > 1) {
            throw AppException.usage(
                    "several workflows have the template " + template + "; name one with --workflow ID");
        }
        return found.get(0);
    }

    /** The one of a template for the same event. */
    static <C extends WorkflowConfig> C beside(Tenant tenant, WorkflowConfig other, Class<C> type, String template) {
        return tenant.config().workflows(type).stream()
                .filter(workflow ->
                        workflow.event().equals(other.event()) && workflow.occurrence() == other.occurrence())
                .findFirst()
                .orElseThrow(() -> AppException.usage(tenant.config().file() + " has no workflow of the template "
                        + template + " for the event " + other.event() + "; add - template: " + template));
    }
}
