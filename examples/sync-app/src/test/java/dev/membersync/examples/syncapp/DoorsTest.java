package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.image.FrameReader;
import dev.membersync.eventops.image.FrameReading;
import dev.membersync.examples.syncapp.internal.JsonText;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tickets are signed and drawn, and the page of the doors takes them, from a file alone. */
@Timeout(90)
class DoorsTest {
    private static final Pattern ADDRESS = Pattern.compile("check-in at (http://\\S+)/#key=(\\S+)");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private World world;
    private long sequence;
    private String gate = "main";

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        world.with(
                "workflows:",
                "workflows:\n  - {template: issue-signed-tickets, into: '" + folder.resolve("tickets")
                        + "', classes: {VIP: 7, '*': 1}}\n  - {template: offline-check-in, port: 0}");
        for (String name : List.of("Ada", "Ben", "Cyd")) {
            guest(name);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private FakeEvent event() {
        return world.fakes().accelevents().event(SampleData.EVENT);
    }

    private void guest(String name) {
        long type = event().ticketType("General Admission").orElseThrow().id();
        event().addAttendee(type, name, "Example", name.toLowerCase(Locale.ROOT) + "@example.org");
    }

    private List<Path> pictures(String ending) {
        try (Stream<Path> files = Files.list(folder.resolve("tickets"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(Path picture) {
        try {
            FrameReading reading = FrameReader.read(Files.readAllBytes(picture));
            return ((FrameReading.Texts) reading).texts().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer of the page's server. */
    private record Answer(int status, Map<String, Object> body) {}

    private Answer ask(Foreground doors, String path, HttpRequest.BodyPublisher body, boolean withKey) {
        Matcher address = ADDRESS.matcher(doors.said());
        assertThat(address.find()).isTrue();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.group(1) + "/" + path
                        + "?device=web-" + ++sequence + "&gate=" + gate + "&direction=ENTRY&sequence=" + sequence
                        + "&ticks="
                        + sequence
                        + "&at=" + 1_000 * sequence))
                .POST(body);
        if (withKey) {
            request.header("X-Membersync-Door", address.group(2));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body().isEmpty() ? Map.of() : JsonText.read(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer scan(Foreground doors, String text) {
        return ask(doors, "scan", HttpRequest.BodyPublishers.ofString(text), true);
    }

    @Test
    void aTicketIsSignedAndDrawnForEachRegistrationOnce() {
        Terminal first = world.run("issue-tickets", "--json");
        Terminal second = world.run("issue-tickets", "--json");

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.json()).containsEntry("issued", 3);
        assertThat(pictures(".png")).hasSize(3);
        assertThat(pictures(".svg")).hasSize(3);
        assertThat(code(pictures(".png").get(0))).startsWith("MT1").hasSize(157);
        assertThat(second.json())
                .containsEntry("issued", 0)
                .containsEntry("kept", 3)
                .containsEntry("files", List.of());
        assertThat(first.out() + first.err()).doesNotContain("@example.org", "Ada");
    }

    @Test
    void whoseTicketIsDeletedIsNotLetIn() {
        world.run("issue-tickets");
        FakeTicket gone = event().attendees().get(0);
        event().delete(gone.id());

        Terminal again = world.run("issue-tickets", "--json");

        assertThat(again.json()).as(again.err()).containsEntry("revoked", 1).containsEntry("kept", 2);
    }

    @Test
    void theDoorLetsATicketInOnceAndTellsAccelevents() {
        world.run("issue-tickets");
        String code = code(pictures(".png").get(0));
        try (Foreground doors = Foreground.start(world, "check-in", "--json")) {
            Answer first = scan(doors, "  " + code.toLowerCase(Locale.ROOT) + "\r\n");
            Answer second = scan(doors, code);
            Answer junk = scan(doors, "\u0000 no ticket \ud83d");

            assertThat(first.body()).containsEntry("outcome", "ADMITTED").containsEntry("kind", "yes");
            assertThat(second.body())
                    .containsEntry("outcome", "ALREADY_ADMITTED")
                    .containsEntry("kind", "no");
            assertThat(junk.body()).containsEntry("outcome", "MALFORMED");
            while (event().attendees().stream().noneMatch(ticket -> ticket.state() == FakeTicket.State.CHECKED_IN)) {
                Thread.onSpinWait();
            }
            Terminal end = doors.end();
            assertThat(end.json()).containsEntry("conflicts", 0);
            assertThat(end.out() + end.err()).doesNotContain(code, "@example.org");
        }
    }

    @Test
    void aCameraFrameIsReadOnTheServer() throws IOException {
        world.run("issue-tickets");
        byte[] picture = Files.readAllBytes(pictures(".png").get(1));
        try (Foreground doors = Foreground.start(world, "check-in")) {
            assertThat(ask(doors, "frame", HttpRequest.BodyPublishers.ofByteArray(picture), true)
                            .body())
                    .containsEntry("outcome", "ADMITTED");
            assertThat(ask(doors, "frame", HttpRequest.BodyPublishers.ofString("no picture"), true)
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void theFiguresOfTheEventKnowWhoCame() throws IOException {
        world.run("issue-tickets");
        try (Foreground doors = Foreground.start(world, "check-in")) {
            scan(doors, code(pictures(".png").get(0)));
        }

        Terminal report =
                world.run("report", "--json", "--figures", folder.resolve("out").toString());

        assertThat(report.status()).as(report.err()).isZero();
        Path page = folder.resolve("out").resolve("spring-summit.html");
        assertThat(page).content().startsWith("<!doctype html>").doesNotContain("@example.org", "<script");
        assertThat(folder.resolve("out").resolve("spring-summit.csv")).content().contains("checked-in,");
        assertThat(folder.resolve("out").resolve("spring-summit.prom"))
                .content()
                .endsWith("# EOF\n");
    }

    @Test
    void aDoorWithoutANetworkLetsInByItsKitAndKnowsItsScansAfterARestart() throws IOException {
        world.run("issue-tickets");
        Path kit = folder.resolve("door.kit");
        Terminal written = world.run("check-in", "--kit", kit.toString());
        String code = code(pictures(".png").get(0));

        assertThat(written.status()).as(written.err()).isZero();
        assertThat(Files.readString(kit)).doesNotContain("@example.org", "Ada", code);
        try (Foreground doors = Foreground.start(world, "check-in", "--offline", kit.toString(), "--port", "0")) {
            assertThat(scan(doors, code).body())
                    .containsEntry("outcome", "ADMITTED")
                    .extractingByKey("flags")
                    .asString()
                    .contains("Offline", "clock");
        }
        Files.writeString(folder.resolve("door.kit.scans"), "{\"device\":\"door", StandardOpenOption.APPEND);
        gate = "side";
        try (Foreground doors = Foreground.start(world, "check-in", "--offline", kit.toString(), "--port", "0")) {
            assertThat(scan(doors, code).body()).containsEntry("outcome", "ALREADY_ADMITTED");
        }
    }

    @Test
    void scansOfADoorWithoutANetworkAreTakenOnceAndTellWhoWasLetInTwice() {
        world.run("issue-tickets");
        String kit = folder.resolve("door.kit").toString();
        world.run("check-in", "--kit", kit);
        String code = code(pictures(".png").get(0));
        try (Foreground doors = Foreground.start(world, "check-in", "--offline", kit, "--port", "0")) {
            scan(doors, code);
        }
        try (Foreground doors = Foreground.start(world, "check-in")) {
            scan(doors, code);
        }

        Terminal first = world.run("check-in", "--merge", kit + ".scans", "--json");
        Terminal second = world.run("check-in", "--merge", kit + ".scans", "--json");

        assertThat(first.status()).as(first.err()).isEqualTo(1);
        assertThat(first.json()).containsEntry("added", 1).containsEntry("known", 0);
        assertThat((List<?>) first.json().get("conflicts")).hasSize(1);
        assertThat(second.json()).containsEntry("added", 0).containsEntry("known", 1);
    }

    @Test
    void aFileThatIsNoKitIsToldSo() throws IOException {
        Path file = Files.writeString(folder.resolve("other"), "membersync-door-kit 1\nevent x\n");

        Terminal terminal = world.run("check-in", "--offline", file.toString());

        assertThat(terminal.status()).isEqualTo(2);
        assertThat(terminal.err()).contains("the kit is damaged or none");
    }

    @Test
    void withoutTheKeyNobodyIsAnswered() {
        try (Foreground doors = Foreground.start(world, "check-in")) {
            assertThat(ask(doors, "scan", HttpRequest.BodyPublishers.ofString("MT1"), false)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aFileWithoutTheTemplatesIsToldSo() {
        world.with("issue-signed-tickets", "nightly-reconciliation").with(", classes: {VIP: 7, '*': 1}", "");

        Terminal terminal = world.run("check-in");

        assertThat(terminal.status()).isEqualTo(2);
        assertThat(terminal.err()).contains("issue-signed-tickets", "spring-summit");
    }
}
