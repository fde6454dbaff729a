package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.testing.ManualTime;
import dev.membersync.sync.intake.HookOutcome;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.store.Incident;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The log of a live run says what stopped it, without anybody asking. */
class LiveNewsTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ManualTime time = ManualTime.create();
    private final LiveNews news = new LiveNews(
            new Console(
                    new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(said, true, StandardCharsets.UTF_8),
                    false),
            time);

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Incident incident(String kind, String subject, String nextStep) {
        return Incident.of(kind, subject, "", OptionalInt.empty(), Optional.empty(), nextStep, time.instant());
    }

    @Test
    void aSystemThatIsHaltedAndGoesOnIsTold() {
        news.tell(new LiveEvent.Halted(
                incident("SERVICE_DOWN", "accelevents", "nothing: it goes on").about(0, "orders.list failed")));
        news.tell(new LiveEvent.Resumed("accelevents"));

        assertThat(said().lines())
                .satisfiesExactly(
                        halted -> assertThat(halted)
                                .endsWith(
                                        "Z HALTED accelevents (SERVICE_DOWN): orders.list failed; nothing: it goes on"),
                        resumed -> assertThat(resumed).endsWith("Z accelevents goes on"));
    }

    @Test
    void aPauseIsToldWithTheRequestThatLiftsIt() {
        news.tell(new LiveEvent.Halted(
                incident("MASS_CHANGE", "members-to-attendees", "let it go on").about(26, "too many")));

        assertThat(said())
                .contains(
                        "PAUSED members-to-attendees (MASS_CHANGE): too many; let it go on: POST /resume with the header"
                                + " \"X-Membersync-Resume: members-to-attendees 26\"");
    }

    @Test
    void anIncidentWithoutWordsOfItsOwnHasNone() {
        assertThat(LiveNews.halted(incident("NOT_FOUND", "orders.list", "check the id")))
                .isEqualTo("HALTED orders.list (NOT_FOUND); check the id");
    }

    @Test
    void aHookThatIsRefusedIsToldOnceAnHour() {
        LiveEvent refused = new LiveEvent.Hooked("/hooks/accelevents", HookOutcome.REFUSED_ADDRESS);

        news.tell(refused);
        news.tell(refused);
        news.tell(new LiveEvent.Hooked("/hooks/accelevents", HookOutcome.ACCEPTED));
        assertThat(said().lines())
                .singleElement()
                .asString()
                .contains(
                        "REFUSED a delivery at /hooks/accelevents, answered 403: it comes from an address that is not in"
                                + " live.hooks.allowFrom");

        time.advance(Duration.ofMinutes(61));
        news.tell(refused);
        assertThat(said().lines()).hasSize(2);
    }
}
