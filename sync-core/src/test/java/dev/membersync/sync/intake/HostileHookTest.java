package dev.membersync.sync.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import dev.membersync.property.Property;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** A delivery that is signed and still hostile: an answer, and at most one mark. */
@Tag("fuzz")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileHookTest {
    private static final String SECRET = "a-secret-of-the-tests";
    private static final List<String> SAMPLES = List.of(
            "{\"system\":\"memberships\",\"id\":\"m1\",\"timestamp\":\"2026-01-31T12:00:00Z\"}",
            "{\"system\":\"accelevents\",\"id\":\"501\",\"timestamp\":\"2026-01-31T12:00:00.5Z\"}");

    private int marks;

    private final GenericHook hook = GenericHook.of(
            List.of(Secret.of(SECRET)),
            new Intake() {
                @Override
                public void members(Collection<String> userIds) {
                    marks += userIds.size();
                }

                @Override
                public void tickets(TicketHint hint) {
                    marks++;
                }
            },
            ManualTime.at(Instant.parse("2026-01-31T12:00:00Z")));

    @Property(seeds = 3_000)
    void everyBodyHasAnAnswer(SplittableRandom random) {
        byte[] body = Hostile.bytes(random, SAMPLES);
        marks = 0;

        Bounded.read(body, () -> {
            HookAnswer answer = hook.receive(Delivery.of(Headers.of(GenericHook.HEADER, signature(body)), body));
            assertThat(answer.status()).isBetween(200, 499);
            assertThat(marks).isEqualTo(answer.outcome() == HookOutcome.ACCEPTED ? 1 : 0);
        });
    }

    private static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
