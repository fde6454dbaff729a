package dev.membersync.accelevents.webhook;

import java.util.List;

/** Takes the hints of one delivery to a safe place before the sender is answered; quick, and harmless when it runs twice. */
@FunctionalInterface
public interface HintHandler {
    /**
     * Takes the hints, all of them or none.
     *
     * @param hints at least one
     * @throws Exception when they could not be taken: the sender is asked to send them again
     */
    void handle(List<WebhookHint> hints) throws Exception;
}
