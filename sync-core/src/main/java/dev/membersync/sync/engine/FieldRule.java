package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.policy.ConflictPolicy;

/**
 * What the merge needs to know of a mapped field.
 *
 * @param blind true when no read may ever show what was written to the member
 * @param watched true when it is written to neither side
 */
record FieldRule(
        String name, Direction direction, Strength strength, ConflictPolicy conflicts, boolean blind, boolean watched) {
    /** A field that members show and that is written. */
    FieldRule(String name, Direction direction, Strength strength, ConflictPolicy conflicts) {
        this(name, direction, strength, conflicts, false, false);
    }

    static FieldRule of(FieldMapper mapper) {
        return new FieldRule(
                mapper.name(),
                mapper.direction(),
                mapper.strength(),
                mapper.conflicts(),
                mapper.isBlindOnLeft(),
                mapper.isWatched());
    }

    boolean flowsRight() {
        return direction != Direction.RIGHT_TO_LEFT;
    }

    boolean flowsLeft() {
        return direction != Direction.LEFT_TO_RIGHT;
    }
}
