package dev.membersync.sync.config;

import dev.membersync.sync.adapter.FormLabels;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.text.Nearest;
import dev.membersync.sync.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the doctor sees of one workflow's event, and what it finds there. */
final class EventLook {
    private final Workflow workflow;
    private final MemberDirectory members;
    private final List<TicketTypeInfo> types;
    private final FormLabels form;
    private final UnaryOperator<String> places;
    private final List<Finding> findings = new ArrayList<>();

    /** @param places the place of a key of this workflow in the file, for people */
    EventLook(
            Workflow workflow,
            MemberDirectory members,
            List<TicketTypeInfo> types,
            FormLabels form,
            UnaryOperator<String> places) {
        this.workflow = workflow;
        this.members = members;
        this.types = types;
        this.form = form;
        this.places = places;
    }

    Workflow workflow() {
        return workflow;
    }

    MemberDirectory members() {
        return members;
    }

    List<TicketTypeInfo> types() {
        return types;
    }

    FormLabels form() {
        return form;
    }

    /** True when nothing is wrong so far. */
    boolean isGood() {
        return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.WRONG);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Something about the event is in place. */
    void good(String message) {
        findings.add(Finding.good(subject(), message));
    }

    /** Something about members is in place. */
    void goodMembers(String message) {
        findings.add(Finding.good("memberships", message));
    }

    /** A key names something that the event does not have. */
    void wrong(String key, @Nullable String message) {
        findings.add(Finding.wrong(subject(), places.apply(key) + ": " + message));
    }

    /** A key asks for something that members cannot give. */
    void wrongMembers(String key, @Nullable String message) {
        findings.add(Finding.wrong("memberships", places.apply(key) + ": " + message));
    }

    /** Looks for a field of the registration form. */
    void field(String label, String loss) {
        field("fields", label, loss);
    }

    /** Looks for a field of the registration form that this key names. */
    void field(String key, String label, String loss) {
        findings.add(
                form.has(label)
                        ? Finding.good(subject(), "the form has the field \"" + label + "\"")
                        : Finding.warning(
                                subject(),
                                "the form has no field \"" + label + "\", so " + loss
                                        + "; add it at Accelevents, or name another one in " + key + ": "
                                        + Nearest.hint(label, form.labels())));
    }

    private String subject() {
        return "event " + workflow.desk().event();
    }
}
