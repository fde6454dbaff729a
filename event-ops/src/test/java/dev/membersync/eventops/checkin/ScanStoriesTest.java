package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.store.MemoryCheckInStore;
import dev.membersync.eventops.ticket.Algorithm;
import dev.membersync.eventops.ticket.KeyRecord;
import dev.membersync.eventops.ticket.KeyState;
import dev.membersync.eventops.ticket.SeedKeys;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.eventops.ticket.TicketIssuer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What scanners, keyboards and people bring to a door. Each story is told to a gate online and to one offline. */
final class ScanStoriesTest {
    /** Two event ids whose SHA-256 begin with the same four bytes, 475b2a03. */
    private static final String SUMMIT = "summit-43453";

    private static final String TWIN = "summit-92407";
    private static final Set<Outcome> REFUSED_TEXTS =
            Set.of(Outcome.MALFORMED, Outcome.UNKNOWN_KEY, Outcome.BAD_SIGNATURE);

    private final Fest fest = Fest.create();
    private long sequence;

    private Outcome online(String text) {
        return CheckIn.of(fest.store, fest.reader(), fest.policy, fest.clock())
                .scan(fest.entry("d1", ++sequence, text))
                .outcome();
    }

    private Outcome offline(String text) {
        OfflineData data = OfflineData.none(Fest.EVENT).with(fest.snapshot(NOON));
        return OfflineDoor.of(Fest.EVENT, "d2", fest.reader(), fest.policy, data, ScanJournal.inMemory())
                .scan(text, Direction.ENTRY, "north", fest.now, fest.nanos(), Optional.empty())
                .outcome();
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                story("clean", ""),
                story("lower case", "lower"),
                story("spaces inserted", "spaces"),
                story("ECI prefix", "eci"),
                story("CR LF GS suffix", "suffix"),
                story("QWERTZ keyboard", "qwertz"));
    }

    private static Arguments story(String name, String how) {
        return Arguments.of(name, how);
    }

    private static String told(String text, String how) {
        return switch (how) {
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "spaces" -> text.replaceAll("(.{5})", "$1 ");
            case "eci" -> "\\000026" + text;
            case "suffix" -> text + "\r\n\u001d";
            case "qwertz" -> text.replace('Y', '?').replace('Z', 'Y').replace('?', 'Z');
            default -> text;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void whatAScannerDoesToAGoodCodeDoesNotMatter(String name, String how) {
        String text = told(fest.ticket().text(), how);
        assertThat(online(text)).isEqualTo(Outcome.ADMITTED);
        assertThat(offline(text)).isEqualTo(Outcome.ADMITTED);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                story("truncated", "cut"),
                story("ten kilobytes of junk", "junk"),
                story("nothing", "empty"),
                story("somebody's web page", "page"));
    }

    private static String broken(String text, String how) {
        return switch (how) {
            case "cut" -> text.substring(0, text.length() - 1);
            case "junk" -> "MT1" + "QUJ\u00e4%\u0000".repeat(1700);
            case "page" -> "https://example.org/tickets?id=1";
            default -> "";
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void whatIsNoTicketIsMalformed(String name, String how) {
        String text = broken(fest.ticket().text(), how);
        assertThat(online(text)).isEqualTo(Outcome.MALFORMED);
        assertThat(offline(text)).isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void noSingleBitFlipOfACodeAdmits() {
        String text = fest.ticket().text();
        OfflineDoor door = OfflineDoor.of(
                Fest.EVENT, "d2", fest.reader(), fest.policy, OfflineData.none(Fest.EVENT), ScanJournal.inMemory());
        int step = Boolean.getBoolean("heavy") ? 1 : 7;
        for (int flip = 0; flip < text.length() * 7; flip += step) {
            StringBuilder flipped = new StringBuilder(text);
            int at = flip / 7;
            flipped.setCharAt(at, (char) (text.charAt(at) ^ 1 << flip % 7));
            Outcome outcome = door.scan(flipped.toString(), Direction.ENTRY, "north", NOON, flip, Optional.empty())
                    .outcome();
            boolean otherCase = flipped.toString().equalsIgnoreCase(text);
            assertThat(otherCase || REFUSED_TEXTS.contains(outcome))
                    .as("bit %d: %s", flip, outcome)
                    .isTrue();
        }
    }

    @Test
    void aTicketOfAnotherEventWithTheSameTagIsOfTheWrongEvent() {
        SeedKeys keys = SeedKeys.create();
        String publicKey = keys.add(9, Algorithm.ED25519, new byte[SeedKeys.SEED_LENGTH]);
        fest.ring = fest.ring.with(
                new KeyRecord(9, Algorithm.ED25519, publicKey, TWIN, Fest.KEY_FROM, Fest.KEY_TO, KeyState.ACTIVE));
        Ticket twin = TicketIssuer.of(fest.ring, keys, InstantSource.fixed(NOON))
                .issue(TWIN, TicketBody.of(Fest.serial(1), 7, 3));

        CheckInStore summit = MemoryCheckInStore.create(SUMMIT);
        ScanResult result =
                CheckIn.of(summit, fest.reader(), fest.policy, fest.clock()).scan(fest.entry("d1", 1, twin.text()));

        assertThat(result.outcome()).isEqualTo(Outcome.WRONG_EVENT);
        assertThat(result.detail()).isEqualTo("for event " + TWIN);
        assertThat(result.nextStep()).contains("this event");
    }

    @Test
    void aTicketUnderARevokedKeyGoesToTheHelpDesk() {
        String text = fest.ticket().text();
        String other = fest.ticket().text();
        OfflineData data = OfflineData.none(Fest.EVENT).with(fest.snapshot(NOON));
        fest.ring = fest.ring.revoke(1);
        ScanResult result = OfflineDoor.of(Fest.EVENT, "d2", fest.reader(), fest.policy, data, ScanJournal.inMemory())
                .scan(text, Direction.ENTRY, "north", NOON, 0, Optional.empty());

        assertThat(result.outcome()).isEqualTo(Outcome.KEY_REVOKED);
        assertThat(result.nextStep()).contains("help desk");
        assertThat(online(other)).isEqualTo(Outcome.KEY_REVOKED);
    }

    @Test
    void aDeviceOneDayBehindOrTwentyMinutesAheadIsCorrectedWhenItUploads() {
        Ticket ticket = fest.ticket();
        CheckIn checkIn = fest.checkIn();
        Duration behind = Duration.ofDays(-1);
        Duration ahead = Duration.ofMinutes(20);
        for (Duration off : new Duration[] {behind, ahead}) {
            String device = off.isNegative() ? "slow" : "fast";
            ScanJournal journal = ScanJournal.inMemory();
            OfflineDoor door = OfflineDoor.of(
                    Fest.EVENT,
                    device,
                    fest.reader(),
                    fest.policy,
                    OfflineData.none(Fest.EVENT).with(fest.snapshot(NOON)),
                    journal);
            fest.wait(Duration.ofMinutes(1));
            door.scan(ticket.text(), Direction.ENTRY, "north", fest.now.plus(off), fest.nanos(), Optional.empty());
            door.contact(fest.now.plus(off), fest.nanos(), fest.now, Duration.ZERO);
            checkIn.upload(journal.facts());
        }
        Conflict conflict = checkIn.conflicts().get(0);
        assertThat(conflict.admitted().when().at()).isEqualTo(NOON.plusSeconds(60));
        assertThat(conflict.admitted().scan().id().device()).isEqualTo("slow");
        assertThat(conflict.gapSeconds()).isEqualTo(60);
    }
}
