package dev.membersync.sync.engine;

/** One step of the pipeline. Steps have no state of their own. */
interface Step {
    /** Does its part. */
    void run(Job job);

    /** The name that the checkpoint is told. */
    String name();
}
