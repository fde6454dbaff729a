package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.store.Strife;
import java.util.List;
import java.util.Map;

/**
 * What to do about one pair.
 *
 * @param situation how the pair was found
 * @param reaction what the reaction policy says
 * @param fields the verdict on each field, in the mapping's order; empty when no merge takes place
 * @param strife what is to be remembered of fields that somebody rewrote after us
 */
record Decision(Situation situation, Reaction reaction, Map<String, Verdict> fields, Map<String, Strife> strife) {
    /** A decision about a pair that nobody quarrels about. */
    Decision(Situation situation, Reaction reaction, Map<String, Verdict> fields) {
        this(situation, reaction, fields, Map.of());
    }

    List<String> fieldsWith(Verdict verdict) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue() == verdict)
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean has(Verdict verdict) {
        return fields.containsValue(verdict);
    }

    /** True when the pair is left as it is, without a question and without a new base. */
    boolean isRest() {
        boolean quiet = reaction == Reaction.NOTHING || reaction == Reaction.MERGE;
        return quiet && fields.values().stream().allMatch(verdict -> verdict == Verdict.NOTHING);
    }
}
