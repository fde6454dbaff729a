package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Set;

/** The full name on the left, first and last name on the right. */
final class NameField implements FieldMapper {
    private final Direction direction;

    NameField(Direction direction) {
        this.direction = direction;
    }

    @Override
    public String name() {
        return Fields.NAME;
    }

    @Override
    public Value left(Member member) {
        return member.fullName().isUnseen()
                ? Value.unseen()
                : Value.of(split(member.fullName()).joined());
    }

    @Override
    public Value right(Registration registration) {
        Value first = registration.firstName();
        Value last = registration.lastName();
        if (first.isUnseen() || last.isUnseen()) {
            return Value.unseen();
        }
        if (first.kind() == Value.Kind.ABSENT && last.kind() == Value.Kind.ABSENT) {
            return Value.absent();
        }
        return Value.of(PersonName.join(first.text().orElse(""), last.text().orElse("")));
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        PersonName name = split(value);
        draft.name(name.first(), name.last());
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        PersonName name = split(value);
        draft.name(name.first(), name.isMononym() ? "" : name.last());
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(MemberDraft.FULL_NAME);
    }

    @Override
    public Value canonical(Value value) {
        return value.map(PersonName::canonical);
    }

    @Override
    public boolean requiredToCreate() {
        return direction != Direction.RIGHT_TO_LEFT;
    }

    @Override
    public FieldDescription describe() {
        return FieldDescription.of(
                "member.fullName",
                "registration.firstName, registration.lastName",
                "normal form C, " + FieldDescription.AS_TEXT + "; case counts");
    }

    private static PersonName split(Value value) {
        return PersonName.split(value.text().orElse(""));
    }
}
