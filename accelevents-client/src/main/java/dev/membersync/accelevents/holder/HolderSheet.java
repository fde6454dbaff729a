package dev.membersync.accelevents.holder;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All answers of one ticket holder or buyer, read to be changed and written back whole.
 *
 * <p>What a partial update does is not documented and the vendor's console always writes the full set, so a sheet is the document that was read: {@code with} touches
 * one value, and everything else goes back as it came, in its order: fields this client does not know, at the top and in every row, rows with the same label or
 * none, nested questions, nulls, and numbers digit by digit. Four things differ by design. A row names its question under the key of the dialect. What the form says
 * of a question ({@code type}, {@code defaultValue}, {@code mandatory}, {@code eventTicketTypeId}: DOC of reads, in no body) and what names the ticket ({@code
 * eventTicketingId}, {@code eventKey}) is not sent. An address, read as one text, is written as six pairs (LIVE).
 *
 * @param document the reply, field by field; texts, numbers, booleans, maps, lists and nulls
 */
public record HolderSheet(Map<String, @Nullable Object> document) {
    private static final Set<String> OF_THE_TICKET = Set.of("eventTicketingId", "eventTicketId", "eventKey");

    public HolderSheet {
        document = Extras.copy(document);
    }

    /** Reads a sheet; made by the client. */
    public static HolderSheet read(byte[] body) {
        var document = Json.exactObject(body);
        if (!document.containsKey(Section.ATTRIBUTES.key)) {
            throw new UnreadableException("the reply has no attributes");
        }
        for (var section : Section.values()) {
            var rows = document.get(section.key);
            if (rows != null && !(rows instanceof List<?>)) {
                throw new UnreadableException(section.key + " is no list");
            }
        }
        return new HolderSheet(document);
    }

    /** The issued ticket; empty when the reply does not say. */
    public Optional<EventTicketId> eventTicketId() {
        return Stream.of("eventTicketingId", "eventTicketId")
                .flatMap(name -> Extras.text(document, name).stream())
                .map(String::strip)
                .filter(text -> !text.matches("0*"))
                .findFirst()
                .map(EventTicketId::new);
    }

    /** The seat, or empty. */
    public String seatNumber() {
        return Extras.text(document, "seatNumber").orElse("");
    }

    /** Conditional questions, exactly as read. */
    public List<Map<String, @Nullable Object>> nestedQuestions() {
        return rows("nestedQuestions").stream()
                .flatMap(item -> item instanceof Map<?, ?> map
                        ? Stream.of(AnswerRow.of(map).fields())
                        : Stream.empty())
                .toList();
    }

    /** The answers of one section. */
    public List<Answer> answers(Section section) {
        return rows(section.key).stream().flatMap(item -> answer(item).stream()).toList();
    }

    /** The answer to a field by its label, without regard to case; attributes are looked at first. */
    public Optional<Answer> answer(String label) {
        return answers().filter(answer -> answer.isFor(label)).findFirst();
    }

    /**
     * The sheet with one answer replaced, where it stands.
     *
     * @throws IllegalArgumentException when the sheet has no such field; the message lists the labels there are
     */
    public HolderSheet with(String label, String value) {
        for (var section : Section.values()) {
            if (answers(section).stream().anyMatch(answer -> answer.isFor(label))) {
                return with(section, label, value);
            }
        }
        throw new IllegalArgumentException("the holder has no field '" + label + "'; fields: "
                + answers().map(Answer::field).toList());
    }

    /** The sheet with the first answer of that label replaced or, for a field not answered so far, added at the end of its section. */
    public HolderSheet with(Section section, String label, String value) {
        var rows = new ArrayList<@Nullable Object>(rows(section.key));
        var at = 0;
        while (at < rows.size()
                && answer(rows.get(at)).filter(answer -> answer.isFor(label)).isEmpty()) {
            at++;
        }
        if (at < rows.size() && rows.get(at) instanceof Map<?, ?> row) {
            rows.set(at, AnswerRow.of(row).with(value));
        } else {
            rows.add(AnswerRow.of(Map.of("key", label)).with(value));
        }
        var changed = new LinkedHashMap<>(document);
        changed.put(section.key, Collections.unmodifiableList(rows));
        return new HolderSheet(changed);
    }

    /** The body of an update, the labels of its pairs under this name. */
    Map<String, @Nullable Object> body(String answerName) {
        var body = new LinkedHashMap<>(document);
        body.keySet().removeAll(OF_THE_TICKET);
        for (var section : Section.values()) {
            if (body.get(section.key) instanceof List<?> rows) {
                body.put(
                        section.key,
                        rows.stream()
                                .flatMap(row -> row instanceof Map<?, ?> map
                                        ? AnswerRow.of(map).written(answerName)
                                        : Stream.of(row))
                                .collect(Collectors.toCollection(ArrayList::new)));
            }
        }
        return body;
    }

    private Stream<Answer> answers() {
        return Stream.of(Section.values()).flatMap(section -> answers(section).stream());
    }

    private List<?> rows(String section) {
        return document.get(section) instanceof List<?> rows ? rows : List.of();
    }

    private static Optional<Answer> answer(@Nullable Object row) {
        return row instanceof Map<?, ?> map ? AnswerRow.of(map).answer() : Optional.empty();
    }

    @Override
    public String toString() {
        return "HolderSheet[" + eventTicketId().map(EventTicketId::value).orElse("buyer") + ", "
                + answers().count() + " answers]";
    }
}
