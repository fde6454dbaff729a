package dev.membersync.sync.adapter;

import java.util.Set;

/**
 * The fields of an event's registration form that a holder can answer.
 *
 * @param labels their labels, exactly as the form has them
 */
public record FormLabels(Set<String> labels) {
    public FormLabels {
        labels = Set.copyOf(labels);
    }

    /** True when the form has a field with this label. */
    public boolean has(String label) {
        return labels.contains(label);
    }
}
