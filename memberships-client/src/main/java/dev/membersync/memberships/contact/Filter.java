package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A condition of a {@link ContactSearch}. Fields are named as on the wire, custom ones by {@link #customField}. The
 * operators are DOC, of which {@code eq} and {@code contains} are LIVE too (memberships-api.md 2.2); that times go out as
 * ISO 8601 texts is INFER.
 *
 * @param json what goes out, points in time as such. Unmodifiable
 */
public record Filter(Map<String, Object> json) {

    /** Copies the map. */
    public Filter {
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    /** The name by which conditions and orders speak of the custom field of this id. */
    public static String customField(String id) {
        return "customFields." + Texts.required("id", id);
    }

    /** The field equals this. */
    public static Filter eq(String field, Object value) {
        return of(field, "eq", value);
    }

    /** The field does not equal this. */
    public static Filter notEq(String field, Object value) {
        return of(field, "not_eq", value);
    }

    /** The field contains this text; of {@code tags}, one of them (INFER). */
    public static Filter contains(String field, Object value) {
        return of(field, "contains", value);
    }

    /** The field does not contain this text. */
    public static Filter notContains(String field, Object value) {
        return of(field, "not_contains", value);
    }

    /** The field has a value. */
    public static Filter exists(String field) {
        return of(field, "exists");
    }

    /** The field has no value. */
    public static Filter notExists(String field) {
        return of(field, "not_exists");
    }

    /** The field is at least this, the value included. */
    public static Filter atLeast(String field, Object value) {
        return of(field, "range", Map.of("gte", value));
    }

    /** The field is more than this. */
    public static Filter moreThan(String field, Object value) {
        return of(field, "range", Map.of("gt", value));
    }

    /** The field is at most this, the value included. */
    public static Filter atMost(String field, Object value) {
        return of(field, "range", Map.of("lte", value));
    }

    /** The field is less than this. */
    public static Filter lessThan(String field, Object value) {
        return of(field, "range", Map.of("lt", value));
    }

    /** The field is between these, both included. */
    public static Filter between(String field, Object from, Object to) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("gte", from);
        range.put("lte", to);
        return of(field, "range", range);
    }

    /** All of these hold. */
    public static Filter and(Filter... filters) {
        return group("AND", filters);
    }

    /** At least one of these holds. */
    public static Filter or(Filter... filters) {
        return group("OR", filters);
    }

    private static Filter of(String field, String operator, Object... values) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", Texts.required("field", field));
        json.put("operator", operator);
        Stream.of(values).forEach(value -> json.put("value", value));
        return new Filter(json);
    }

    private static Filter group(String kind, Filter... filters) {
        if (filters.length == 0) {
            throw new IllegalArgumentException("a group of filters must not be empty");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("group", kind);
        json.put("filters", Stream.of(filters).map(Filter::json).toList());
        return new Filter(json);
    }

    /** Shows field and operator, never what is looked for. */
    @Override
    public String toString() {
        return json.containsKey("group")
                ? "Filter[" + json.get("group") + "]"
                : "Filter[" + json.get("field") + " " + json.get("operator") + "]";
    }
}
