package dev.membersync.sync.engine;

import dev.membersync.sync.policy.FencePolicy;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Strife;
import java.time.Instant;

/** Tells an edit from a quarrel: a field that somebody rewrites whenever it was written (F-12). Pure. */
final class Fence {
    private final FencePolicy policy;

    Fence(FencePolicy policy) {
        this.policy = policy;
    }

    /** What the base remembers of a field. */
    static Strife known(String field, Pair pair) {
        return pair.base(field).map(Base::strife).orElse(Strife.NONE);
    }

    /** What is to be remembered of a field, now that both sides were seen. */
    Strife strife(String field, Pair pair) {
        Strife known = known(field, pair);
        return isRewritten(field, known, pair) ? known.rewritten(pair.now(), policy.within()) : known;
    }

    /** Whether the side that was written last shows something else now, and not what the other side shows too. */
    private static boolean isRewritten(String field, Strife strife, Pair pair) {
        Mark left = pair.left().mark(field);
        Mark right = pair.right().mark(field);
        boolean changed = switch (strife.last()) {
            case NOBODY -> false;
            case LEFT -> FieldMerge.leftChanged(pair.base(field), left);
            case RIGHT -> FieldMerge.rightChanged(pair.base(field), right);
        };
        return changed && !left.agrees(right);
    }

    /** Whether this verdict would go on with a quarrel. */
    boolean stops(Verdict verdict, Strife strife, Instant now) {
        boolean writes = verdict == Verdict.TO_RIGHT || verdict == Verdict.TO_LEFT;
        return writes && strife.rewrites() >= policy.alternations() && strife.isWithin(now, policy.within());
    }

    /** Whether a stopped pair was stopped for this field. */
    Verdict standing(String field, Pair pair) {
        return known(field, pair).rewrites() >= policy.alternations() ? Verdict.FENCE : Verdict.NOTHING;
    }
}
