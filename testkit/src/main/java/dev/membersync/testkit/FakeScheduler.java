package dev.membersync.testkit;

import java.time.Duration;

/** Runs effects that a fake applies late. Without one, a fake applies them at its next use after they fell due. */
@FunctionalInterface
public interface FakeScheduler {
    /** Runs the action once, the given time from now, on any thread. */
    void schedule(Duration delay, Runnable action);
}
