package dev.membersync.eventops.privacy;

import dev.membersync.sync.store.Scope;
import java.time.Instant;
import java.util.Optional;

/** When events end. */
@FunctionalInterface
public interface EventEnds {
    /** The end of the event of this scope, which may be one call; empty where nobody says. */
    Optional<Instant> of(Scope scope);
}
