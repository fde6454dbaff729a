package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.WordTable;
import java.util.List;

/** A place that has to hold one of several words; compared as written, else whatever the case. */
record FieldCondition(FieldPath path, List<String> words) {
    FieldCondition {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new MappingException("the condition on " + path + " needs a word");
        }
    }

    boolean holds(Value value) {
        return value.text()
                .filter(text -> !WordTable.of(words, word -> word).find(text).isEmpty())
                .isPresent();
    }

    @Override
    public String toString() {
        return path + " is " + String.join(" or ", words);
    }
}
