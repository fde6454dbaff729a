package dev.membersync.sync.intake;

import dev.membersync.client.webhook.Delivery;

/** One sender of webhooks. Thread-safe. */
public interface Hook {
    /**
     * Proves a delivery, reads the records it points at and gives them to an {@link Intake} before it answers.
     *
     * @throws RuntimeException when they cannot be kept; the sender is asked to come again
     */
    HookAnswer receive(Delivery delivery);
}
