package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Objects;
import java.util.function.Supplier;

/** Calls a mapper so that it fails with a {@link FieldException} or not at all. */
final class Guarded {
    private Guarded() {}

    /** Reads the member's value, and tries on a draft that is thrown away whether it could be compared and written. */
    static Value left(FieldMapper field, Member member) {
        Value value = call(field, () -> field.left(member));
        call(field, () -> field.canonical(value));
        toRight(field, value, RegistrationDraft.empty());
        return value;
    }

    static Value right(FieldMapper field, Registration registration) {
        try {
            Value value = call(field, () -> field.right(registration));
            call(field, () -> field.canonical(value));
            return value;
        } catch (FieldException e) {
            return Value.unseen();
        }
    }

    static Value canonical(FieldMapper field, Value value) {
        try {
            return call(field, () -> field.canonical(value));
        } catch (FieldException e) {
            return Value.unseen();
        }
    }

    static void toRight(FieldMapper field, Value value, RegistrationDraft draft) {
        boolean written = value.isText() || value.kind() == Value.Kind.EMPTY;
        if (written && field.direction() != Direction.RIGHT_TO_LEFT) {
            call(field, () -> {
                field.toRight(value, draft);
                return draft;
            });
        }
    }

    static void toLeft(FieldMapper field, Value value, MemberDraft draft) {
        if (value.isText() || value.kind() == Value.Kind.EMPTY) {
            call(field, () -> {
                field.toLeft(value, draft);
                return draft;
            });
        }
    }

    private static <T> T call(FieldMapper field, Supplier<T> step) {
        try {
            return Objects.requireNonNull(step.get(), "a mapper answered null");
        } catch (FieldException e) {
            throw e;
        } catch (RuntimeException e) {
            throw FieldException.mapperFailed(field.name(), e);
        }
    }
}
