package dev.membersync.sync.adapter;

import dev.membersync.sync.record.FieldInfo;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields of an event's registration form that a holder can answer, in the order of the form. Immutable and thread-safe. */
public final class FormLabels {
    private final List<FieldInfo> fields;
    private final Set<String> labels;
    private final boolean any;

    private FormLabels(Collection<FieldInfo> fields, boolean any) {
        Set<String> found = new LinkedHashSet<>();
        fields.forEach(field -> found.add(field.key()));
        this.fields = List.copyOf(fields);
        this.labels = Set.copyOf(found);
        this.any = any;
    }

    /** A form with these fields; their keys are its labels, exactly as the form has them. */
    public static FormLabels of(Collection<FieldInfo> fields) {
        return new FormLabels(fields, false);
    }

    /** A form that asks whatever a mapping answers: with it a workflow makes the mapping that its author wrote. */
    public static FormLabels any() {
        return new FormLabels(List.of(), true);
    }

    /** The fields, in the order of the form. */
    public List<FieldInfo> fields() {
        return fields;
    }

    /** Their labels. */
    public Set<String> labels() {
        return labels;
    }

    /** True when the form has a field with this label. */
    public boolean has(String label) {
        return any || labels.contains(label);
    }
}
