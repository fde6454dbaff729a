package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.browser.Chromium;
import dev.membersync.eventops.image.FrameReader;
import dev.membersync.eventops.image.FrameReading;
import dev.membersync.testkit.SampleData;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of the doors in a real browser; leaves pictures in {@code target/pages}. */
@Tag("browser")
@Timeout(120)
class DoorBrowserTest {
    private static final Pattern ADDRESS = Pattern.compile("check-in at (\\S+)");
    private static final Path PAGES = Path.of("target", "pages");
    private static final String TITLE = "document.querySelector('.title').textContent";

    @TempDir
    private Path folder;

    private World world;
    private Foreground doors;

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        world.with(
                "workflows:",
                "workflows:\n  - {template: issue-signed-tickets, into: '" + folder.resolve("tickets")
                        + "'}\n  - {template: offline-check-in, port: 0}");
        var event = world.fakes().accelevents().event(SampleData.EVENT);
        long type = event.ticketType("General Admission").orElseThrow().id();
        event.addAttendee(type, "Ada", "Example", "ada@example.org");
        world.run("issue-tickets");
        doors = Foreground.start(world, "check-in");
    }

    @AfterEach
    void close() {
        doors.close();
        world.close();
    }

    private String address() {
        Matcher matcher = ADDRESS.matcher(doors.said());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Path ticket() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tickets"))) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String code() throws IOException {
        return ((FrameReading.Texts) FrameReader.read(Files.readAllBytes(ticket())))
                .texts()
                .get(0);
    }

    @Test
    void aHandScannerLetsInOnceAndTheOutcomeIsLarge() throws IOException {
        try (Chromium browser = Chromium.start(folder)) {
            browser.open(address(), 1100, 800);
            browser.until("document.getElementById('event').textContent === 'spring-summit'");
            browser.picture(PAGES.resolve("door-ready.png"));

            browser.type(code());
            browser.until("document.getElementById('outcome').className === 'yes'");
            browser.picture(PAGES.resolve("door-yes.png"));
            assertThat(browser.value(TITLE)).isEqualTo("Welcome.");
            assertThat(Double.parseDouble(
                            browser.value("parseFloat(getComputedStyle(document.querySelector('.title')).fontSize)")))
                    .isGreaterThan(40);

            browser.type("MT1 is no ticket");
            browser.until("document.getElementById('outcome').className === 'no'");
            browser.resize(390, 760);
            browser.value("localStorage.setItem('device', 'web-2')");
            browser.reload();
            browser.until("document.getElementById('event').textContent === 'spring-summit'");
            browser.type(code());
            browser.until("document.getElementById('outcome').className === 'no'");
            browser.picture(PAGES.resolve("door-no-phone.png"));
            assertThat(browser.value(TITLE)).isEqualTo("This ticket has been used.");
        }
    }

    @Test
    void aCameraLetsIn() throws IOException {
        Path film = Files.write(folder.resolve("camera.mjpeg"), frame());
        try (Chromium browser = Chromium.start(
                folder,
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film)) {
            browser.open(address(), 390, 760);
            browser.until("document.getElementById('event').textContent === 'spring-summit'");

            browser.value("document.getElementById('camera').click()");

            browser.until("document.getElementById('outcome').className === 'yes'");
            browser.picture(PAGES.resolve("door-camera-phone.png"));
        }
    }

    /** A frame of a camera that looks at a printed ticket. */
    private byte[] frame() throws IOException {
        BufferedImage frame = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = frame.createGraphics();
        paper.setColor(Color.LIGHT_GRAY);
        paper.fillRect(0, 0, 640, 480);
        paper.drawImage(ImageIO.read(ticket().toFile()), 110, 30, 420, 420, null);
        paper.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(frame, "jpeg", out);
        return out.toByteArray();
    }

    @Test
    void whoHasNoKeyIsToldWhereItIs() {
        try (Chromium browser = Chromium.start(folder)) {
            browser.open(address().replaceAll("#.*", ""), 1100, 800);
            browser.until("document.getElementById('outcome').className === 'ask'");
            assertThat(browser.value(TITLE)).isEqualTo("This page has no key");
        }
    }

    @Test
    void aPageWithoutItsServerLetsNobodyIn() throws IOException {
        try (Chromium browser = Chromium.start(folder)) {
            browser.open(address(), 1100, 800);
            browser.until("document.getElementById('event').textContent === 'spring-summit'");
            String code = code();
            doors.end();

            browser.type(code);

            browser.until("document.getElementById('outcome').className === 'ask'");
            assertThat(browser.value(TITLE)).isEqualTo("No connection");
            assertThat(List.of("yes", "no"))
                    .doesNotContain(browser.value("document.getElementById('outcome').className"));
        }
    }
}
