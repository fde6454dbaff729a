package dev.membersync.testkit;

import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The filters of the contact search: conditions on fields, and groups of them (docs and LIVE). Texts are compared without regard to case (INFER). */
final class ContactFilter {
    private static final Set<String> FIELDS = Set.of("""
            id email phone firstName lastName name firstNameLowerCase lastNameLowerCase tags dateAdded
            dateUpdated companyName businessId city state country postalCode address source type dnd assignedTo
            followers timezone website validEmail dateOfBirth""".split("\\s+"));

    private ContactFilter() {}

    /** All filters of a request; they all must hold. */
    static Predicate<FakeRecord> of(List<JsonObject> filters) {
        return filters.stream().map(ContactFilter::one).reduce(contact -> true, Predicate::and);
    }

    private static Predicate<FakeRecord> one(JsonObject filter) {
        if (filter.has("group")) {
            List<Predicate<FakeRecord>> inner =
                    filter.objects("filters").stream().map(ContactFilter::one).toList();
            return filter.text("group", "").equals("OR")
                    ? contact -> inner.stream().anyMatch(test -> test.test(contact))
                    : contact -> inner.stream().allMatch(test -> test.test(contact));
        }
        String field = filter.text("field", "");
        if (!FIELDS.contains(field) && !field.startsWith("customFields.")) {
            throw MembershipsDialect.invalid(List.of("Invalid field " + field + " in filters"));
        }
        Predicate<Object> test =
                test(filter.text("operator", ""), filter.values().get("value"));
        boolean negative = filter.text("operator", "").matches("not_eq|not_contains|not_exists");
        return contact -> values(contact, field).stream().anyMatch(test) != negative;
    }

    private static Predicate<Object> test(String operator, @Nullable Object sought) {
        return switch (operator) {
            case "eq", "not_eq" -> value -> any(sought, text -> text.equals(lower(value)));
            case "contains", "not_contains" ->
                value -> any(sought, text -> lower(value).contains(text));
            case "exists", "not_exists" -> value -> !String.valueOf(value).isEmpty();
            case "range" -> range(sought);
            default -> throw MembershipsDialect.invalid(List.of("Invalid operator " + operator + " in filters"));
        };
    }

    private static boolean any(@Nullable Object sought, Predicate<String> test) {
        return sought instanceof List<?> list
                ? list.stream().anyMatch(one -> test.test(lower(one)))
                : test.test(lower(sought));
    }

    private static Predicate<Object> range(@Nullable Object bounds) {
        if (!(bounds instanceof Map<?, ?> map)
                || !Set.of("gte", "lte", "gt", "lt").containsAll(map.keySet())) {
            throw MembershipsDialect.invalid(List.of("a range has gte, lte, gt or lt"));
        }
        return value -> map.entrySet().stream().allMatch(bound -> {
            int order = number(value).compareTo(number(bound.getValue()));
            return switch (String.valueOf(bound.getKey())) {
                case "gte" -> order >= 0;
                case "lte" -> order <= 0;
                case "gt" -> order > 0;
                default -> order < 0;
            };
        });
    }

    /** The values of a field, one by one where it is a list. */
    static List<Object> values(FakeRecord contact, String field) {
        @Nullable Object value = switch (field) {
            case "id" -> contact.id();
            case "name" -> ContactView.name(contact);
            case "firstNameLowerCase" -> contact.values().get("firstName");
            case "lastNameLowerCase" -> contact.values().get("lastName");
            default ->
                field.startsWith("customFields.")
                        ? contact.customFields().get(field.substring("customFields.".length()))
                        : contact.values().get(field);
        };
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        return value == null ? List.of() : List.of(value);
    }

    private static String lower(@Nullable Object value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT);
    }

    /** A number, an epoch or a time as a number, so that they compare. */
    static BigDecimal number(@Nullable Object value) {
        String text = String.valueOf(value);
        try {
            return text.matches("-?\\d+(\\.\\d+)?")
                    ? new BigDecimal(text)
                    : BigDecimal.valueOf(Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text)
                            .toEpochMilli());
        } catch (DateTimeParseException neither) {
            throw MembershipsDialect.invalid(List.of("a range takes numbers and dates, not " + text));
        }
    }
}
