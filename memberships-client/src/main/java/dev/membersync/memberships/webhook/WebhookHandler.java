package dev.membersync.memberships.webhook;

/** Takes an accepted event to a safe place before the sender is answered; quick, and harmless when it runs twice. */
@FunctionalInterface
public interface WebhookHandler {
    /**
     * Takes the event.
     *
     * @throws Exception when it could not be taken: the sender is asked to send it again
     */
    void handle(WebhookEvent event) throws Exception;
}
