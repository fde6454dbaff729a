package dev.membersync.examples.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.browser.Chromium;
import dev.membersync.sync.store.Review;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser; leaves pictures in {@code target/pages}. */
@Tag("browser")
@Timeout(120)
class PagesBrowserTest {
    private static final Path PAGES = Path.of("target", "pages");
    private static final String H1 = "document.querySelector('h1').textContent";
    private static final String TITLE = "document.querySelector('#outcome .title').textContent";

    @TempDir
    private Path folder;

    private Demo demo;
    private Chromium browser;

    @BeforeEach
    void open() {
        demo = new Demo();
        browser = Chromium.start(folder);
        browser.open(demo.app.url().replace("://", "://demo:demo@") + "/", 1100, 800);
    }

    @AfterEach
    void close() {
        browser.close();
        demo.close();
    }

    @Test
    void whoLogsInDecidesAReview() {
        Review asked = demo.priced().orElseThrow();
        browser.until(H1 + " === 'Overview'");
        browser.picture(PAGES.resolve("overview.png"));

        browser.go("document.querySelector('nav a:nth-child(2)').click()", H1 + " === 'Reviews'");
        browser.picture(PAGES.resolve("reviews.png"));
        browser.go(
                "[...document.querySelectorAll('.list a')].find(a => a.textContent.includes('" + asked.subject()
                        + "') && a.textContent.includes('PRICED')).click()",
                "document.querySelector('button.main') !== null");
        browser.picture(PAGES.resolve("review.png"));
        browser.go(
                "document.querySelector('[value=\"value=complimentary\"]').click(),"
                        + " document.querySelector('button.main').click()",
                "document.querySelector('.note.done') !== null");
        browser.picture(PAGES.resolve("review-answered.png"));

        Running.until(() -> demo.ticketOf(asked.subject()).isPresent());
        browser.open(demo.app.url() + "/reviews", 390, 760);
        browser.picture(PAGES.resolve("reviews-phone.png"));
    }

    @Test
    void aTicketIsCheckedInOnce() {
        List<String> codes = demo.app.bean(Doors.class).codes(2);
        assertThat(codes).hasSize(2);
        browser.open(demo.app.url() + "/check-in", 1100, 800);
        browser.until("document.activeElement.id === 'code'");
        browser.picture(PAGES.resolve("door-ready.png"));

        scan(codes.get(0));
        browser.picture(PAGES.resolve("door-yes.png"));
        assertThat(browser.value(TITLE)).isEqualTo("Welcome.");
        assertThat(browser.value("getComputedStyle(document.getElementById('outcome')).backgroundColor"))
                .isEqualTo("rgb(11, 107, 58)");
        assertThat(browser.value("document.activeElement.id")).isEqualTo("code");

        demo.visitor().fill("/check-in", "/check-in", Map.of("code", codes.get(1), "gate", "main"));
        browser.open(demo.app.url() + "/check-in", 390, 760);
        scan(codes.get(1));
        browser.picture(PAGES.resolve("door-no-phone.png"));
        assertThat(browser.value(TITLE)).isEqualTo("This ticket has been used.");
    }

    private void scan(String code) {
        browser.go(
                "document.getElementById('code').value = '" + code + "', document.querySelector('button.main').click()",
                "document.getElementById('outcome').className !== ''");
    }
}
