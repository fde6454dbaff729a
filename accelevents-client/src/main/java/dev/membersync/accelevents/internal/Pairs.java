package dev.membersync.accelevents.internal;

import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes answers as the pairs the vendor wants. */
public final class Pairs {
    /** How the parts of an address are named when they are written; read, they are one text joined with bars (LIVE). */
    private static final List<String> ADDRESS_PARTS = List.of(" 1", " 2", " City", " State", " Zip Code", " Country");

    private final AcceleventsDialect dialect;

    /** Pairs with the spellings of this dialect. */
    public Pairs(AcceleventsDialect dialect) {
        this.dialect = dialect;
    }

    /** Both sections. */
    public Map<String, @Nullable Object> sections(Answers answers) {
        var sections = new LinkedHashMap<String, @Nullable Object>();
        sections.put("attributes", of(answers.attributes()));
        sections.put("questions", of(answers.questions()));
        return sections;
    }

    private List<Map<String, @Nullable Object>> of(List<Answer> answers) {
        return answers.stream()
                .map(answer -> pair(answer.field(), answer.value()))
                .toList();
    }

    /** An address as it is written: an answer for each of its six parts, one that is not given empty. */
    public static List<Answer> address(String field, String text) {
        var parts = text.split("\\|", ADDRESS_PARTS.size());
        return IntStream.range(0, ADDRESS_PARTS.size())
                .mapToObj(i -> new Answer(field + ADDRESS_PARTS.get(i), i < parts.length ? parts[i] : ""))
                .toList();
    }

    /** One pair. */
    public Map<String, @Nullable Object> pair(String name, @Nullable Object value) {
        var pair = new LinkedHashMap<String, @Nullable Object>();
        pair.put(dialect.answerName(), name);
        pair.put("value", value);
        return pair;
    }
}
