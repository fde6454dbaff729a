package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.internal.value.Extras;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The ticket types of an event as the organiser's console reads and writes them: one document, whole. It carries everything it was read with, nulls and unknown fields
 * too, and a change touches one field only.
 *
 * @param fields the document; ticket types stand under {@code ticketTypes}, or {@code tickeTypes} (DOC). Nobody may change the values within
 */
public record TicketTypeDocument(Map<String, @Nullable Object> fields) {
    private static final String ID = "typeId";

    public TicketTypeDocument {
        fields = Extras.copy(fields);
    }

    /** The rows, field by field as they came: {@code typeId}, {@code name}, {@code price}, {@code numberOfTicket} (the capacity) and more (DOC). */
    public List<Map<String, @Nullable Object>> rows() {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var item : items()) {
            if (item instanceof Map<?, ?> row) {
                rows.add(Extras.copy(named(row)));
            }
        }
        return List.copyOf(rows);
    }

    /** The row of a ticket type. */
    public Optional<Map<String, @Nullable Object>> row(TicketTypeId typeId) {
        return rows().stream().filter(row -> is(row, typeId)).findFirst();
    }

    /**
     * The document with one field of one row replaced where it stands, or added at the end of the row.
     *
     * @param value a text, number, boolean, list, map or null, as the wire wants it; dates are {@code yyyy/MM/dd HH:mm} in the event's time zone (DOC)
     * @throws IllegalArgumentException when the document has no such ticket type
     */
    public TicketTypeDocument with(TicketTypeId typeId, String field, @Nullable Object value) {
        if (row(typeId).isEmpty()) {
            throw new IllegalArgumentException("the document has no ticket type " + typeId);
        }
        return withItems(items -> {
            items.replaceAll(item -> item instanceof Map<?, ?> row && is(row, typeId) ? with(row, field, value) : item);
            return items;
        });
    }

    /** The document with a new ticket type at the end, whose {@code typeId} is 0 until the vendor gives it one (OLD). */
    public TicketTypeDocument adding(Map<String, ? extends @Nullable Object> row) {
        var added = new LinkedHashMap<String, @Nullable Object>();
        added.put(ID, 0);
        added.putAll(row);
        added.put(ID, 0);
        return withItems(items -> {
            items.add(added);
            return items;
        });
    }

    /** Neither is taken back by the vendor (OLD). */
    Map<String, @Nullable Object> written() {
        var body = new LinkedHashMap<>(fields);
        body.remove("availableTimeZone");
        body.remove("ticketingFee");
        return body;
    }

    boolean hasTypes() {
        return fields.get(key()) instanceof List<?>;
    }

    @Override
    public String toString() {
        return "TicketTypeDocument[" + items().size() + " types]";
    }

    private String key() {
        return fields.containsKey("tickeTypes") && !fields.containsKey("ticketTypes") ? "tickeTypes" : "ticketTypes";
    }

    private List<?> items() {
        return fields.get(key()) instanceof List<?> list ? list : List.of();
    }

    private TicketTypeDocument withItems(UnaryOperator<List<@Nullable Object>> change) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(key(), change.apply(new ArrayList<>(items())));
        return new TicketTypeDocument(changed);
    }

    private static Map<String, @Nullable Object> with(Map<?, ?> row, String field, @Nullable Object value) {
        var changed = named(row);
        changed.put(field, value);
        return changed;
    }

    private static boolean is(Map<?, ?> row, TicketTypeId typeId) {
        return String.valueOf(row.get(ID)).strip().equals(typeId.toString());
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> row) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        row.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
