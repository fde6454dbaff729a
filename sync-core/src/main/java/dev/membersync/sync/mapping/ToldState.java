package dev.membersync.sync.mapping;

import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import java.util.Optional;
import java.util.Set;

/** What the fields have in common that tell a member the state of his registration; they differ in where it is told. */
abstract class ToldState implements FieldMapper {
    final StateWords words;

    ToldState(StateWords words) {
        this.words = words;
    }

    @Override
    public final void toRight(Value value, RegistrationDraft draft) {
        throw new UnsupportedOperationException("the state of a registration is not a member's to change");
    }

    @Override
    public final Direction direction() {
        return Direction.RIGHT_TO_LEFT;
    }

    @Override
    public final Visibility visibility() {
        return Visibility.ORDER;
    }

    @Override
    public final boolean isBlindOnLeft() {
        return true;
    }

    @Override
    public final Optional<Lifecycle> lifecycle() {
        return Optional.of(words);
    }

    @Override
    public final Set<String> rightReads() {
        return Set.of("state");
    }
}
