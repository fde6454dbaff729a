package dev.membersync.memberships.user;

import dev.membersync.memberships.internal.Terms;
import java.util.Collection;

/** Which of the staff to list; begin with {@link #all}. Immutable. Source of all terms: SPEC, memberships-api.md 2.1 U1. */
public final class StaffQuery {

    private final Terms terms;

    private StaffQuery(Terms terms) {
        this.terms = terms;
    }

    /** The staff of the whole company. */
    public static StaffQuery all() {
        return new StaffQuery(Terms.none());
    }

    /** Those of this location. */
    public StaffQuery location(String locationId) {
        return new StaffQuery(terms.text("locationId", locationId));
    }

    /** Those whose name, address or telephone matches. */
    public StaffQuery matching(String text) {
        return new StaffQuery(terms.text("query", text));
    }

    /** Those of this type, {@code account} or {@code agency}. */
    public StaffQuery type(String type) {
        return new StaffQuery(terms.text("type", type));
    }

    /** Those of this role, {@code admin} or {@code user}. */
    public StaffQuery role(String role) {
        return new StaffQuery(terms.text("role", role));
    }

    /** Those with one of these ids. */
    public StaffQuery ids(Collection<String> ids) {
        return new StaffQuery(terms.text("ids", String.join(",", ids)));
    }

    /** Those whose calendar is, or is not, kept in step both ways. */
    public StaffQuery twoWaySync(boolean enabled) {
        return new StaffQuery(terms.and("enabled2waySync", enabled));
    }

    /** In the order of this field, such as {@code dateAdded}; by name otherwise. */
    public StaffQuery sortedBy(String field, boolean descending) {
        return new StaffQuery(terms.text("sort", field).and("sortDirection", descending ? "desc" : "asc"));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "StaffQuery" + terms;
    }
}
