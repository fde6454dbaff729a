package dev.membersync.memberships.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import dev.membersync.property.Property;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** A body that is proven and still hostile: a receipt, and no exception. */
@Tag("fuzz")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileWebhookTest {
    private static final List<String> SAMPLES = WebhookEventTest.samples().stream()
            .map(sample -> sample.replace('\'', '"')
                    .replaceFirst("\\{", "{\"webhookId\":\"w1\",\"timestamp\":\"2026-01-01T00:00:00Z\","))
            .toList();

    private final WebhookSigner signer = WebhookSigner.hmacSha256("X-Signature", Secret.of("0123456789abcdef"));

    @Property(seeds = 3_000)
    void everyBodyHasAReceipt(SplittableRandom random) {
        WebhookReceiver receiver = WebhookReceiver.builder(MembershipsProfile.HIGHLEVEL)
                .verifier(signer.verifier())
                .replayWindow(Duration.ofMinutes(5))
                .locations(List.of("l"))
                .time(ManualTime.create())
                .build();
        byte[] body = Hostile.bytes(random, SAMPLES);

        Bounded.read(body, () -> {
            Receipt receipt = receiver.receive(signer.delivery(body));
            assertThat(receipt.status()).isIn(200, 400, 401, 413, 503);
            assertThat(receipt.toString()).isNotBlank();
        });
    }
}
