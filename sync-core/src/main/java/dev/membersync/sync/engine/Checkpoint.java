package dev.membersync.sync.engine;

/** Called at each step, with the step's name. A simulation throws here to crash the engine at that point. */
@FunctionalInterface
public interface Checkpoint {
    /** Goes on. */
    Checkpoint NONE = step -> {};

    /** The engine is at this step. */
    void at(String step);
}
