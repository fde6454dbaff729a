package dev.membersync.sync.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the workflows of a file: what all of them have here, the rest by template. */
final class WorkflowReader {
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
            Optional<WorkflowConfig> read = reader.workflow(section);
            if (read.filter(one -> !ids.add(List.of(one.id(), one.event()))).isPresent()) {
                section.mistake(
                        "id", "the event has a workflow \"" + read.get().id() + "\" already; give this one another id");
            }
            read.ifPresent(workflows::add);
        }
        if (sections.isEmpty()) {
            root.mistake(
                    "workflows",
                    "there is no workflow; write - template: " + Templates.ids().get(0));
        }
        return workflows;
    }

    private Optional<WorkflowConfig> workflow(Section section) {
        Optional<Template<?>> template = Templates.of(section);
        String id = Values.of(section).text("id", template.map(Template::id).orElse(""));
        boolean own = section.has("event");
        String at = own ? event(section, "event") : event;
        if (at.isEmpty() && !own && !accelevents.has("eventUrl")) {
            accelevents.mistake("eventUrl", "this key is missing; write the part after /events/ of the event's page");
        }
        WorkflowHead head = new WorkflowHead(id, at, own ? 0 : occurrence);
        Optional<WorkflowConfig> read = template.map(one -> one.read(section, head));
        if (template.isPresent()) { // which keys are unknown depends on it
            section.end();
        }
        return read;
    }

    private static String event(Section section, String key) {
        String event = Values.of(section).text(key, "");
        if (event.contains("/") || event.contains(" ")) {
            section.mistake(
                    key, "name the event by the part after /events/ of its page alone, such as \"spring-summit\"");
        }
        return event;
    }
}
