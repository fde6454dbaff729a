package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.record.Value;
import java.util.Map;
import java.util.Set;

/** That a registration is in one state, which puts its member into a workflow. No read shows whether he is in it. */
final class EnrolmentField implements FieldMapper {
    private static final Value PASSED = Value.of("passed");

    private final RegistrationState state;
    private final String workflowId;

    EnrolmentField(RegistrationState state, String workflowId) {
        this.state = state;
        this.workflowId = workflowId;
    }

    @Override
    public String name() {
        return Fields.enrolled(state);
    }

    @Override
    public Value left(Member member) {
        return Value.unseen();
    }

    /** Nothing is said of a state that is still ahead, or where the registration's own is not known. */
    @Override
    public Value right(Registration registration) {
        Value shown = States.value(registration, this::standing);
        return shown.equals(Fields.REACHED) || shown.equals(PASSED) ? shown : Value.unseen();
    }

    private Value standing(RegistrationState now) {
        return now == state ? Fields.REACHED : state.isPassedIn(now) ? PASSED : Value.unseen();
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        throw new UnsupportedOperationException("the state of a registration is not a member's to change");
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        if (value.equals(Fields.REACHED)) {
            draft.enrol(workflowId);
        }
    }

    @Override
    public Direction direction() {
        return Direction.RIGHT_TO_LEFT;
    }

    @Override
    public Visibility visibility() {
        return Visibility.ORDER;
    }

    @Override
    public boolean isBlindOnLeft() {
        return true;
    }

    @Override
    public FieldDescription describe() {
        return new FieldDescription(
                "member's workflows", "registration.state", "as written", Map.of(state.word(), workflowId));
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(MemberDraft.ENROLMENT);
    }

    @Override
    public Set<String> rightReads() {
        return Set.of("state");
    }
}
