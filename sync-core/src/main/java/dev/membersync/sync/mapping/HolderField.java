package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Set;

/**
 * The holder's name or address, compared and never written: so that a ticket which is given to another person is noticed
 * before that person's state is told to the member.
 */
final class HolderField implements FieldMapper {
    private final FieldMapper field;

    HolderField(FieldMapper field) {
        this.field = field;
    }

    @Override
    public String name() {
        return field.name();
    }

    /** A value that could not be written is nothing to ask about here. */
    @Override
    public Value left(Member member) {
        try {
            return field.left(member);
        } catch (FieldException unusable) {
            return Value.unseen();
        }
    }

    @Override
    public Value right(Registration registration) {
        return field.right(registration);
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        // compared alone
    }

    @Override
    public Value canonical(Value value) {
        return field.canonical(value);
    }

    @Override
    public Strength strength() {
        return Strength.ON_CREATE;
    }

    @Override
    public boolean requiredToCreate() {
        return true;
    }

    @Override
    public Set<String> leftReads() {
        return field.leftReads();
    }

    @Override
    public Set<String> leftWrites() {
        return Set.of();
    }

    @Override
    public Set<String> rightReads() {
        return field.rightReads();
    }

    @Override
    public Set<String> rightWrites() {
        return Set.of();
    }

    @Override
    public int revision() {
        return field.revision();
    }
}
