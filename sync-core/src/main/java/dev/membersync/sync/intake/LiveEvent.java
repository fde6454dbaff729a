package dev.membersync.sync.intake;

import dev.membersync.sync.store.Incident;

/** What is told while the engine runs live, beside the operations themselves. Holds no personal data. */
public sealed interface LiveEvent {
    /** A delivery came; {@code source} is the path it is served at, empty for an unknown one. */
    record Hooked(String source, HookOutcome outcome) implements LiveEvent {}

    /** A feed was asked for what changed; so many of its rows were marked. */
    record Polled(String workflow, String feed, long rows, long marked) implements LiveEvent {}

    /** Both lists were read; {@code complete} when every ticket was seen. */
    record Scanned(String workflow, long pages, boolean complete) implements LiveEvent {}

    /** A system is not called any more until a probe succeeds, or a workflow waits for a person. */
    record Halted(Incident incident) implements LiveEvent {}

    /** A system works again, or a person let a workflow go on. */
    record Resumed(String subject) implements LiveEvent {}
}
