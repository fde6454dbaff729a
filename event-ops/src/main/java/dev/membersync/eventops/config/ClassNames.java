package dev.membersync.eventops.config;

import dev.membersync.sync.record.TicketTypeInfo;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Ticket types in a rule book in plain data: a file names them, rules know them by their ids. */
final class ClassNames {
    private static final String CLASSES = "classes";
    private static final Set<String> ENDS = Set.of("from", "to");

    private ClassNames() {}

    /** The book with ids that only look like some, to be checked before anything is read. */
    static Map<String, Object> standIn(Map<String, Object> book) {
        return walk(book, name -> name.replaceAll("[^\\p{L}\\p{N}_-]", "-"));
    }

    /**
     * The book with the ids of an event's ticket types.
     *
     * @throws IllegalArgumentException for a type that the event does not have, or more than once
     */
    static Map<String, Object> resolved(Map<String, Object> book, Collection<TicketTypeInfo> types) {
        return walk(book, name -> id(name, types));
    }

    private static String id(String name, Collection<TicketTypeInfo> types) {
        Set<String> found = types.stream()
                .filter(type ->
                        type.name().strip().equals(name.strip()) || type.id().equals(name.strip()))
                .map(TicketTypeInfo::id)
                .collect(Collectors.toSet());
        if (found.size() == 1) {
            return found.iterator().next();
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "several ticket types of the event are called \"" + name + "\"; name it by its id");
        }
        throw new IllegalArgumentException("the event has no ticket type \"" + name + "\"; it has "
                + new TreeSet<>(types.stream().map(TicketTypeInfo::name).toList()));
    }

    private static Map<String, Object> walk(Map<?, ?> map, UnaryOperator<String> id) {
        Map<String, Object> walked = new LinkedHashMap<>();
        map.forEach((key, value) -> walked.put(String.valueOf(key), walk(String.valueOf(key), value, id)));
        return walked;
    }

    private static Object walk(String key, Object value, UnaryOperator<String> id) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> below = walk(map, id);
            if (key.equals(CLASSES)) {
                return renamed(below, id);
            }
            if (key.equals("moveCapacity")) {
                below.replaceAll((end, name) -> ENDS.contains(end) ? id.apply(String.valueOf(name)) : name);
            }
            return below;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> walk(key, item, id)).toList();
        }
        return key.equals(CLASSES) ? id.apply(String.valueOf(value)) : value;
    }

    private static Map<String, Object> renamed(Map<String, Object> rows, UnaryOperator<String> id) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        rows.forEach((name, row) -> renamed.put(id.apply(name), row));
        return renamed;
    }
}
