package dev.membersync.memberships;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.property.Bounded;
import dev.membersync.property.Hostile;
import dev.membersync.property.Property;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** Whatever a reply says about limits and waits: the call ends in a value or a typed error, and so does the next one. */
@Tag("fuzz")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileHeadersTest {
    private static final List<String> NAMES = List.of(
            "X-RateLimit-Max",
            "X-RateLimit-Remaining",
            "X-RateLimit-Interval-Milliseconds",
            "X-RateLimit-Limit-Daily",
            "X-RateLimit-Daily-Remaining",
            "X-RateLimit-Daily-Reset",
            "Retry-After",
            "Date");
    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "100",
            "10000",
            "2147483647",
            "999999999999999999",
            "9223372036854775807",
            "-1",
            "1e9",
            "Mon, 30 Nov 2026 08:00:00 GMT",
            "Sun, 31 Dec 9999 23:59:59 GMT");
    private static final List<Integer> STATUSES = List.of(200, 200, 200, 401, 429, 500, 503);
    private static final String CONTACT = "{\"contact\":{\"id\":\"c1\",\"email\":\"ann@example.com\"}}";

    @Property(seeds = 1_000)
    void everyReplyIsAValueOrATypedError(SplittableRandom random) {
        StringBuilder all = new StringBuilder();
        ScriptedTransport transport = ScriptedTransport.answering(request -> {
            String[] headers = new String[6];
            for (int i = 0; i < headers.length; i += 2) {
                headers[i] = NAMES.get(random.nextInt(NAMES.size()));
                headers[i + 1] = random.nextInt(3) == 0
                        ? Hostile.text(random, VALUES)
                        : VALUES.get(random.nextInt(VALUES.size()));
                all.append(headers[i]).append(": ").append(headers[i + 1]).append('\n');
            }
            return Reply.of(STATUSES.get(random.nextInt(STATUSES.size())), CONTACT)
                    .with(Headers.of(headers));
        });
        try (MembershipsClient client = MembershipsClient.builder(MembershipsProfile.HIGHLEVEL)
                .apiKey(Secret.of(Scripts.KEY))
                .locationId("loc1")
                .transport(transport)
                .time(ManualTime.create())
                .retry(RetryPolicy.none())
                .build()) {
            for (int call = 0; call < 3; call++) {
                try {
                    Bounded.read(
                            new byte[0], () -> client.contacts().contact("c1").execute(), ApiException.class);
                } catch (AssertionError e) {
                    throw new AssertionError("after " + all, e);
                }
            }
        }
    }
}
