package dev.membersync.accelevents.internal;

import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes answers as the pairs the vendor wants. */
public final class Pairs {
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

    private Map<String, @Nullable Object> pair(String name, @Nullable Object value) {
        var pair = new LinkedHashMap<String, @Nullable Object>();
        pair.put(dialect.answerName(), name);
        pair.put("value", value);
        return pair;
    }
}
