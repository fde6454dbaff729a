package dev.membersync.accelevents.holder;

import dev.membersync.accelevents.internal.Pairs;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.FieldType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of a sheet, all its fields as read; rows of a form have the label under {@code name}, pairs under {@code key}. */
record AnswerRow(Map<String, @Nullable Object> fields) {
    private static final String VALUE = "value";

    /** What describes the question, as the form has it (DOC); bodies of the console never repeat it (LIVE). */
    private static final Set<String> OF_THE_FORM = Set.of("type", "defaultValue", "mandatory", "eventTicketTypeId");

    static AnswerRow of(Map<?, ?> map) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return new AnswerRow(fields);
    }

    /** The answer; empty for a row without a label. */
    Optional<Answer> answer() {
        return labelKey().flatMap(key -> Extras.text(fields, key)).map(label -> new Answer(label, fields.get(VALUE)));
    }

    /** The row with another value where the old one stands. */
    Map<String, @Nullable Object> with(String value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(VALUE, value);
        return changed;
    }

    /** The row as it is sent: one pair, or six for an address; whatever else the row had goes with the first. */
    Stream<Map<String, @Nullable Object>> written(String answerName) {
        var label = answer().map(Answer::field);
        if (label.isEmpty()) {
            return Stream.of(fields);
        }
        var type = Extras.text(fields, "type").map(FieldType::new).orElse(null);
        if (!FieldType.isAddress(type) || !(fields.get(VALUE) instanceof String text) || text.isEmpty()) {
            return Stream.of(pair(answerName));
        }
        var parts = Pairs.address(label.get(), text);
        return IntStream.range(0, parts.size()).mapToObj(i -> {
            var row = i == 0 ? pair(answerName) : new LinkedHashMap<String, @Nullable Object>();
            row.put(answerName, parts.get(i).field());
            row.put(VALUE, parts.get(i).value());
            return row;
        });
    }

    private Map<String, @Nullable Object> pair(String answerName) {
        var named = fields.get(answerName) != null ? answerName : labelKey().orElse(answerName);
        var pair = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((name, value) -> {
            if (name.equals(named)) {
                pair.put(answerName, value);
            } else if (!OF_THE_FORM.contains(name) && !name.equals(answerName)) {
                pair.put(name, value);
            }
        });
        return pair;
    }

    private Optional<String> labelKey() {
        return Stream.of("name", "key")
                .filter(key -> Extras.text(fields, key).isPresent())
                .findFirst();
    }
}
