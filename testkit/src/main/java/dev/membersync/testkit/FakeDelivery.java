package dev.membersync.testkit;

import java.time.Instant;
import java.util.Map;

/**
 * One attempt to deliver a webhook of {@link FakeMemberships}.
 *
 * @param event the vendor's name of the event; not every body says it
 * @param webhookId what retries and duplicates of a delivery share
 * @param attempt from 1
 * @param at when it was sent
 * @param headers headers as they are sent, signatures included
 * @param body the bytes that were signed
 */
@SuppressWarnings("ArrayRecordComponent")
public record FakeDelivery(
        String event, String webhookId, int attempt, Instant at, Map<String, String> headers, byte[] body) {
    /** Copies the headers. */
    public FakeDelivery {
        headers = Map.copyOf(headers);
    }

    FakeDelivery again(Instant now) {
        return new FakeDelivery(event, webhookId, attempt + 1, now, headers, body);
    }
}
