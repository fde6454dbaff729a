package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Value;
import java.util.Set;

/** The state of the registration as the member's registration status. */
final class StateField extends ToldState {
    StateField(StateWords words) {
        super(words);
    }

    @Override
    public String name() {
        return Fields.REGISTRATION_STATUS;
    }

    /** What no reply carries is unseen: what was sent last is all that is known. */
    @Override
    public Value left(Member member) {
        Value shown = member.field(MemberDraft.REGISTRATION_STATUS);
        return shown.kind() == Value.Kind.ABSENT ? Value.unseen() : shown;
    }

    @Override
    public Value right(Registration registration) {
        return States.value(registration, state -> Value.ofOptional(words.word(state)));
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        States.checkKnown(value);
        value.text().ifPresent(draft::registrationStatus);
    }

    @Override
    public FieldDescription describe() {
        return new FieldDescription("member.registrationStatus", "registration.state", "as written", words.rows());
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(MemberDraft.REGISTRATION_STATUS);
    }
}
