package dev.membersync.sync.engine;

import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.policy.ConflictPolicy;

/** What the merge needs to know of a mapped field. */
record FieldRule(String name, Direction direction, Strength strength, ConflictPolicy conflicts) {
    static FieldRule of(FieldMapper mapper) {
        return new FieldRule(mapper.name(), mapper.direction(), mapper.strength(), mapper.conflicts());
    }

    boolean flowsRight() {
        return direction != Direction.RIGHT_TO_LEFT;
    }

    boolean flowsLeft() {
        return direction != Direction.LEFT_TO_RIGHT;
    }
}
