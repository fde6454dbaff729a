package dev.membersync.sync;

import dev.membersync.sync.engine.Checkpoint;
import java.util.function.Consumer;

/** Opens the engine's checkpoints to tests in other packages. */
public final class Checkpoints {
    private Checkpoints() {}

    /** The builder of an engine that tells each of its steps. */
    public static SyncEngineBuilder told(SyncEngineBuilder builder, Consumer<String> hook) {
        Checkpoint checkpoint = hook::accept;
        return builder.checkpoint(checkpoint);
    }
}
