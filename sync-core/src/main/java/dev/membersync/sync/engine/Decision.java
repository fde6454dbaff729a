package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.Situation;
import java.util.List;
import java.util.Map;

/**
 * What to do about one pair.
 *
 * @param situation how the pair was found
 * @param reaction what the reaction policy says
 * @param fields the verdict on each field, in the mapping's order; empty when no merge takes place
 */
record Decision(Situation situation, Reaction reaction, Map<String, Verdict> fields) {
    List<String> fieldsWith(Verdict verdict) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue() == verdict)
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean has(Verdict verdict) {
        return fields.containsValue(verdict);
    }
}
