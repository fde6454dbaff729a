package dev.membersync.sync.engine;

import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Strife;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return isQuiet() && fields.values().stream().allMatch(verdict -> verdict == Verdict.NOTHING);
    }

    /** True when all that is left is to remember that both sides show what one of them was sent. */
    boolean isConfirmation(Pair pair) {
        return isQuiet()
                && strife.isEmpty()
                && fields.entrySet().stream()
                        .allMatch(field -> field.getValue() == Verdict.NOTHING
                                || (field.getValue() == Verdict.REBASE && FieldMerge.isShown(field.getKey(), pair)));
    }

    private boolean isQuiet() {
        return reaction == Reaction.NOTHING || reaction == Reaction.MERGE;
    }

    /** This base, with what both sides show of the fields that agree anew. */
    Map<String, Base> rebased(Map<String, Base> known, Map<String, Mark> left, Map<String, Mark> right) {
        Map<String, Base> base = new LinkedHashMap<>(known);
        fieldsWith(Verdict.REBASE).forEach(field -> {
            Strife strife =
                    Optional.ofNullable(base.get(field)).map(Base::strife).orElse(Strife.NONE);
            Mark shown = left.getOrDefault(field, Mark.UNSEEN);
            base.put(
                    field,
                    Base.agreed(shown, right.getOrDefault(field, Mark.UNSEEN)).with(strife));
        });
        return base;
    }
}
