package dev.membersync.client.time;

/** Something scheduled that can be called off. */
@FunctionalInterface
public interface Cancellable {
    /** Calls it off; without effect when it already ran or was cancelled before. */
    void cancel();
}
