package dev.membersync.testkit;

import java.time.Instant;
import java.util.Map;

/**
 * One attempt to deliver a webhook of a fake.
 *
 * @param event the vendor's name of the event or topic; not every body says it
 * @param webhookId what retries and duplicates of a delivery share; not every service sends it
 * @param attempt from 1
 * @param at when it was sent
 * @param target URL it goes to, its secret included; empty for a receiver that was given without one
 * @param headers headers as they are sent, signatures included
 * @param body the bytes that are sent
 */
@SuppressWarnings("ArrayRecordComponent")
public record FakeDelivery(
        String event,
        String webhookId,
        int attempt,
        Instant at,
        String target,
        Map<String, String> headers,
        byte[] body) {
    /** Copies the headers. */
    public FakeDelivery {
        headers = Map.copyOf(headers);
    }

    FakeDelivery again(Instant now) {
        return new FakeDelivery(event, webhookId, attempt + 1, now, target, headers, body);
    }
}
