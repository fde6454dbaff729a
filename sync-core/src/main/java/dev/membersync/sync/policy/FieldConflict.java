package dev.membersync.sync.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * One field that changed on both sides to different values.
 *
 * @param field the field's name
 * @param firstContact true when the two sides never agreed before
 * @param leftChangedAt when the left side says that it changed, where it says so
 * @param rightChangedAt when the right side says that it changed, where it says so
 */
public record FieldConflict(
        String field, boolean firstContact, Optional<Instant> leftChangedAt, Optional<Instant> rightChangedAt) {}
