package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.policy.ConflictPolicy.Resolution;
import dev.membersync.sync.policy.FieldConflict;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Value.Kind;
import dev.membersync.sync.store.Base;
import dev.membersync.sync.store.Base.Written;
import java.util.Optional;

/**
 * The three-way merge of one field: what the left shows, what the right shows, and the pair that was last agreed.
 *
 * <p>The base is a pair because a peer may keep our value in its own spelling: such a pair is agreed although its two
 * marks differ. An absent value never clears the other side.
 */
final class FieldMerge {
    private final FieldRule rule;
    private final Mark left;
    private final Mark right;
    private final Optional<Base> base;
    private final FieldConflict conflict;
    private final Optional<Resolution> answer;

    private FieldMerge(FieldRule rule, Pair pair) {
        this.rule = rule;
        this.base = pair.base(rule.name());
        this.left = pair.left().mark(rule.name());
        this.right = pair.right().mark(rule.name());
        this.answer = Optional.ofNullable(pair.answers().get(rule.name()));
        this.conflict = new FieldConflict(
                rule.name(),
                base.isEmpty(),
                pair.left().changedAt(),
                pair.right().changedAt());
    }

    /** The verdict on a field of a record that exists on both sides. */
    static Verdict merge(FieldRule rule, Pair pair) {
        return new FieldMerge(rule, pair).verdict();
    }

    /** The verdict on a field of a registration that is about to be made. */
    static Verdict create(FieldRule rule, Mark left) {
        return rule.flowsRight() && left.kind() == Kind.TEXT ? Verdict.TO_RIGHT : Verdict.NOTHING;
    }

    /** True when the left shows something else than was agreed. */
    static boolean leftChanged(Optional<Base> base, Mark left) {
        return !left.isUnseen()
                && base.map(agreed -> !agreed.left().agrees(left)).orElse(true);
    }

    /** True when the right shows something else than was agreed. */
    static boolean rightChanged(Optional<Base> base, Mark right) {
        return !right.isUnseen()
                && base.map(agreed -> !agreed.right().agrees(right)).orElse(true);
    }

    /** True when both sides show what was agreed, and one of them shows it for the first time since it was written. */
    static boolean isShown(String field, Pair pair) {
        Optional<Base> base = pair.base(field);
        return base.filter(Base::unconfirmed).isPresent()
                && !leftChanged(base, pair.left().mark(field))
                && !rightChanged(base, pair.right().mark(field));
    }

    private Verdict verdict() {
        if (rule.watched()) {
            return leftChanged(base, left) || rightChanged(base, right) ? Verdict.REBASE : Verdict.NOTHING;
        }
        if (left.isUnseen() || right.isUnseen()) {
            return oneSideUnseen();
        }
        boolean leftChanged = leftChanged(base, left);
        boolean rightChanged = rightChanged(base, right);
        if (!leftChanged && !rightChanged) {
            return unconfirmed() ? Verdict.REBASE : Verdict.NOTHING;
        }
        if (left.agrees(right) || firstShowingOfAWrite(leftChanged, rightChanged)) {
            return Verdict.REBASE;
        }
        if (answer.isPresent()) {
            return resolved(answer.get());
        }
        if (rule.strength() == Strength.ON_CREATE) {
            return Verdict.NOTHING;
        }
        if (rule.strength() == Strength.IF_EMPTY || (base.isEmpty() && (left.isBlank() || right.isBlank()))) {
            return fillBlank();
        }
        if (rule.strength() == Strength.ENFORCE && rule.direction() != Direction.BOTH) {
            return rule.flowsRight() ? toRight() : toLeft();
        }
        return onChange(leftChanged, rightChanged);
    }

    /** The peer may show a write in its own spelling: the first difference after it is accepted, not repaired. */
    private boolean firstShowingOfAWrite(boolean leftChanged, boolean rightChanged) {
        return switch (base.map(Base::awaited).orElse(Written.NOBODY)) {
            case NOBODY -> false;
            case LEFT -> !rightChanged;
            case RIGHT -> !leftChanged;
        };
    }

    private Verdict onChange(boolean leftChanged, boolean rightChanged) {
        if (leftChanged && rightChanged) {
            return conflict();
        }
        return leftChanged ? toRight() : toLeft();
    }

    private Verdict conflict() {
        return resolved(rule.conflicts().resolve(conflict));
    }

    private Verdict resolved(Resolution resolution) {
        return switch (resolution) {
            case LEFT -> rule.flowsRight() ? toRight() : Verdict.REBASE;
            case RIGHT -> rule.flowsLeft() ? toLeft() : Verdict.REBASE;
            case REVIEW -> Verdict.REVIEW;
        };
    }

    private Verdict fillBlank() {
        if (right.isBlank() && !left.isBlank()) {
            return toRight();
        }
        return left.isBlank() && !right.isBlank() ? toLeft() : Verdict.NOTHING;
    }

    private Verdict toRight() {
        return rule.flowsRight() && left.kind() != Kind.ABSENT ? Verdict.TO_RIGHT : Verdict.NOTHING;
    }

    private Verdict toLeft() {
        return rule.flowsLeft() && right.kind() != Kind.ABSENT ? Verdict.TO_LEFT : Verdict.NOTHING;
    }

    private Verdict oneSideUnseen() {
        if ((left.isUnseen() && right.isUnseen()) || rule.strength() == Strength.ON_CREATE) {
            return Verdict.NOTHING;
        }
        Mark seen = left.isUnseen() ? right : left;
        boolean changed = left.isUnseen() ? rightChanged(base, right) : leftChanged(base, left);
        if (rule.direction() == Direction.BOTH) {
            return base.isEmpty() || (changed && seen.kind() != Kind.ABSENT) ? Verdict.LOOK : Verdict.NOTHING;
        }
        boolean near = left.isUnseen() ? rule.flowsLeft() : rule.flowsRight();
        boolean mayClear = base.isPresent() || rule.strength() == Strength.ENFORCE;
        if (!near || !changed || seen.kind() == Kind.ABSENT) {
            return Verdict.NOTHING;
        }
        if (seen.isBlank() && (rule.strength() == Strength.IF_EMPTY || !mayClear)) {
            return Verdict.NOTHING;
        }
        if (left.isUnseen() && rule.blind()) { // no look would help: what was sent last is what is known
            return rule.strength() == Strength.IF_EMPTY && base.isPresent() ? Verdict.NOTHING : Verdict.TO_LEFT;
        }
        if (base.isEmpty() || rule.strength() != Strength.ON_CHANGE) { // equal values agree without a write
            return Verdict.LOOK;
        }
        return left.isUnseen() ? Verdict.TO_LEFT : Verdict.TO_RIGHT;
    }

    private boolean unconfirmed() {
        return base.map(Base::unconfirmed).orElse(false);
    }
}
