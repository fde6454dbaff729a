package dev.membersync.sync.engine;

import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Base;

/**
 * How far the enrolment of a member for one state came, as the base of its field keeps it. No read shows the member's side,
 * so its mark stands for that, by its kind alone; the other mark is what the registration last said.
 */
final class Enrolment {
    /** The call was about to be sent. Nothing shows its effect, so it is not sent again without a person. */
    static final Base SENT = Base.agreed(Mark.EMPTY, Mark.UNSEEN);
    /** The call is proven to have had no effect. */
    static final Base UNDONE = due(Mark.UNSEEN);

    private Enrolment() {}

    /** The member is enrolled when the registration reaches the state. */
    static Base due(Mark shown) {
        return Base.agreed(Mark.ABSENT, shown);
    }

    /** The member was enrolled, or the state enrols him no more. */
    static Base over(Mark shown) {
        return Base.agreed(Mark.UNSEEN, shown);
    }

    static boolean isSent(Base base) {
        return base.left().kind() == Value.Kind.EMPTY;
    }

    static boolean isDue(Base base) {
        return base.left().kind() == Value.Kind.ABSENT;
    }
}
