package dev.membersync.sync.mapping;

import dev.membersync.sync.mapping.FieldException.Reason;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.TicketTypeInfo;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.Nearest;
import dev.membersync.sync.text.WhiteSpace;
import dev.membersync.sync.text.WordTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which ticket type a member gets: by plan, else by status, else by the row {@code *}. Rows name ticket types; names are
 * looked up as written, else whatever their case. Immutable and thread-safe.
 */
public final class TicketTypes {
    private static final String ANY = "*";

    private final Map<String, String> rows;
    private final WordTable<Entry<String, String>> table;
    private final WordTable<TicketTypeInfo> catalogue;
    private final List<TicketTypeInfo> types;

    private TicketTypes(Map<String, String> rows, List<TicketTypeInfo> types) {
        this.rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        this.types = List.copyOf(types);
        this.table = WordTable.of(this.rows.entrySet(), Entry::getKey);
        this.catalogue = WordTable.of(types, TicketTypeInfo::name);
    }

    /**
     * A table over the ticket types of an event. A row whose name the event does not have is no error here: it holds the
     * members it applies to, and {@link #problems()} lists it.
     *
     * @param rows plan, status or {@code *} to the name of a ticket type
     * @param catalogue the ticket types of the event
     * @throws MappingException when the event has several ticket types that a row could mean
     */
    public static TicketTypes of(Map<String, String> rows, List<TicketTypeInfo> catalogue) {
        TicketTypes types = new TicketTypes(rows, catalogue);
        rows.forEach((word, name) -> {
            int found = types.catalogue.find(name).size();
            if (found > 1) {
                throw new MappingException("ticketTypes: " + word + ": the event has " + found
                        + " ticket types named \"" + name + "\"; rename all but one of them at Accelevents");
            }
        });
        return types;
    }

    /**
     * The ticket type of this member.
     *
     * @throws FieldException when no row fits the member, or the event lacks the ticket type of the row that does
     */
    public TicketTypeInfo of(Member member) {
        List<String> words = Stream.of(member.planId(), member.status())
                .map(Value::text)
                .flatMap(Optional::stream)
                .filter(word -> !WhiteSpace.trimmed(word).isEmpty())
                .toList();
        return Stream.concat(words.stream(), Stream.of(ANY))
                .map(this::row)
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::type)
                .orElseThrow(() -> noRow(words));
    }

    /** The rows, as written. */
    Map<String, String> rows() {
        return rows;
    }

    /** The ticket type with this id. */
    public Optional<TicketTypeInfo> withId(String id) {
        return types.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /** The rows whose ticket type the event does not have, as sentences for people, in the table's order. */
    public List<String> problems() {
        return rows.entrySet().stream()
                .filter(row -> catalogue.find(row.getValue()).isEmpty())
                .map(row -> "ticketTypes: " + row.getKey() + ": " + unknown(row.getValue()))
                .toList();
    }

    private Optional<String> row(String word) {
        List<Entry<String, String>> found = table.find(word);
        return found.size() == 1 ? Optional.of(found.get(0).getValue()) : Optional.empty();
    }

    private TicketTypeInfo type(String name) {
        return catalogue.find(name).stream()
                .findFirst()
                .orElseThrow(() -> FieldException.unknownWord(name, unknown(name)));
    }

    private String unknown(String name) {
        return "the event has no ticket type \"" + name + "\"; " + Nearest.hint(name, catalogue.words())
                + "; correct ticketTypes or add the ticket type at Accelevents";
    }

    private FieldException noRow(List<String> words) {
        if (words.isEmpty()) {
            return FieldException.of(
                    Reason.MISSING, "the member has neither plan nor status, and ticketTypes has no row \"*\"");
        }
        String word = words.get(0);
        return FieldException.unknownWord(
                word,
                "ticketTypes has no row for " + words + " and none for \"*\"; " + Nearest.hint(word, table.words())
                        + "; add a row");
    }
}
