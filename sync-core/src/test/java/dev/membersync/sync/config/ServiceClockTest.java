package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Request;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.client.time.Deadline;
import dev.membersync.sync.config.Finding.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a service's clock is from ours, as its replies tell. */
class ServiceClockTest {
    private static final Request REQUEST =
            new Request("GET", URI.create("http://127.0.0.1:1/"), Map.of(), Map.of(), Optional.empty());

    private final ManualTime time = ManualTime.at(Instant.parse("2026-03-01T12:00:00Z"));
    private final ScriptedTransport service = ScriptedTransport.create();
    private final ServiceClock clock = new ServiceClock(service, time);

    @Test
    void theDateOfAReplyIsComparedWithTheMiddleOfItsWay() throws InterruptedException {
        get(reply("Sun, 01 Mar 2026 12:04:59 GMT", Duration.ofSeconds(1)));

        assertThat(clock.ahead()).contains(Duration.ofMinutes(5));
    }

    @Test
    void theFastestReplyCounts() throws InterruptedException {
        get(reply("Sun, 01 Mar 2026 12:00:30 GMT", Duration.ofSeconds(60)));
        get(reply("Sun, 01 Mar 2026 12:00:00 GMT", Duration.ZERO));
        get(reply("Sun, 01 Mar 2026 12:00:50 GMT", Duration.ofSeconds(100)));

        assertThat(clock.ahead()).contains(Duration.ofMillis(500));
    }

    @Test
    void whatACacheKeptTellsNothing() throws InterruptedException {
        Reply kept = reply("Sun, 01 Mar 2026 09:00:00 GMT", Duration.ZERO);
        get(kept.with(Headers.of("Date", "Sun, 01 Mar 2026 09:00:00 GMT", "Age", "10800")));
        get(Reply.of(200, "").with(Headers.of("Date", "yesterday")));
        get(Reply.of(200, ""));

        assertThat(clock.ahead()).isEmpty();
    }

    @Test
    void aReplyThatNobodyWaitsForCountsToo() {
        service.reply(reply("Sun, 01 Mar 2026 11:00:00 GMT", Duration.ZERO));

        clock.sendAsync(REQUEST, Deadline.in(Duration.ofSeconds(1), time)).join();

        assertThat(clock.ahead()).contains(Duration.ofHours(-1).plusMillis(500));
    }

    @Test
    void cancellingReachesTheRequest() {
        CompletableFuture<Reply> pending = new CompletableFuture<>();
        service.pending(pending);

        clock.sendAsync(REQUEST, Deadline.in(Duration.ofSeconds(1), time)).cancel(true);

        assertThat(pending).isCancelled();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, GOOD, 0 s apart",
        "PT2M, GOOD, 120 s apart",
        "PT2M1S, WARNING, 121 s ahead of this machine's",
        "PT-15M, WARNING, 900 s behind this machine's",
        "PT15M1S, WRONG, set this machine's clock (NTP)",
        "PT-24H, WRONG, 86400 s behind"
    })
    void aClockThatIsOffIsAFinding(Duration ahead, Level level, String message) {
        Finding finding = ServiceClock.finding("accelevents", Optional.of(ahead));

        assertThat(finding.level()).isEqualTo(level);
        assertThat(finding.subject()).isEqualTo("accelevents");
        assertThat(finding.message()).contains(message);
    }

    @Test
    void aServiceThatTellsNoTimeIsAWarning() {
        assertThat(ServiceClock.finding("memberships", Optional.empty()).level())
                .isEqualTo(Level.WARNING);
    }

    private void get(Reply reply) throws InterruptedException {
        service.reply(reply);
        clock.send(REQUEST, Deadline.in(Duration.ofSeconds(1), time));
    }

    private static Reply reply(String date, Duration took) {
        return new Reply(200, Headers.of("Date", date), new byte[0], took);
    }
}
