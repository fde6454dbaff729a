package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;

/** A mapper that fails at one step, with a message that repeats the value. */
record Broken(Step step) implements FieldMapper {
    enum Step {
        LEFT,
        RIGHT,
        WRITE,
        CANONICAL,
        NULL
    }

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public Value left(Member member) {
        return step == Step.NULL ? null : failAt(Step.LEFT, member.fullName());
    }

    @Override
    public Value right(Registration registration) {
        return failAt(Step.RIGHT, registration.firstName());
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        failAt(Step.WRITE, value);
    }

    @Override
    public Value canonical(Value value) {
        return failAt(Step.CANONICAL, value);
    }

    private Value failAt(Step failing, Value value) {
        return step == failing ? Value.of("" + Integer.parseInt(value.text().orElseThrow())) : value;
    }
}
