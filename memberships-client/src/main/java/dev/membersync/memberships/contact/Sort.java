package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;

/**
 * An order of the results of a {@link ContactSearch}.
 *
 * @param field     the field, as on the wire; a custom one by {@link Filter#customField}
 * @param ascending whether the smallest comes first
 */
public record Sort(String field, boolean ascending) {

    /** Refuses a blank field. */
    public Sort {
        Texts.required("field", field);
    }

    /** The smallest first. */
    public static Sort asc(String field) {
        return new Sort(field, true);
    }

    /** The largest first. */
    public static Sort desc(String field) {
        return new Sort(field, false);
    }

    Terms terms() {
        return Terms.none().and("field", field).and("direction", ascending ? "asc" : "desc");
    }
}
