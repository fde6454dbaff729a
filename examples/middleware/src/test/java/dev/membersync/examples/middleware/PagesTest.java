package dev.membersync.examples.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.store.Review;
import dev.membersync.testkit.FakeTicket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people look at. */
@Timeout(60)
class PagesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private final Demo demo = Demo.shared();

    private static String page(Review review) {
        return "/reviews/one?id=" + Visitor.encoded(review.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/reviews", "/reviews/one?id=x", "/check-in", "/app.css", "/actuator/metrics"})
    void nothingIsShownWithoutALogin(String path) {
        assertThat(Visitor.stranger(demo.app).get(path).statusCode()).isEqualTo(401);
        assertThat(Visitor.known(demo.app, "demo", "wrong").get(path).statusCode())
                .isEqualTo(401);
        assertThat(demo.visitor().get(path).statusCode()).isNotEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reviews/one", "/check-in", "/resume"})
    void whatAPageOfAnotherSiteSendsIsRefused(String path) {
        var answer = demo.visitor().post(path, FORM, "code=x&gate=main".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void noScriptCanRunAndNothingIsKept() {
        var answer = demo.visitor().get("/reviews");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'")
                .doesNotContain("script-src", "unsafe");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void theOverviewShowsTheRunAndTheQuestions() {
        assertThat(demo.visitor().get("/").body())
                .contains("members-to-attendees", "questions wait for a person")
                .doesNotContain("Paused");
    }

    @Test
    void whatPeopleAreCalledIsTextAndNothingElse() {
        Review asked = demo.priced().orElseThrow();
        demo.services().memberships().members().rename(asked.subject(), "<b>Ada</b> <script>Example");

        String page = demo.visitor().get(page(asked)).body();

        assertThat(page).contains("&lt;b&gt;Ada").doesNotContain("<b>Ada", "<script");
    }

    @Test
    void anAnswerIsActedUponByTheLiveRun() {
        Review asked = demo.priced().orElseThrow();
        Visitor person = demo.visitor();
        assertThat(person.get("/reviews").body()).contains(asked.subject(), asked.reason());

        var answer = person.fill(page(asked), "/reviews/one", Map.of("answer", "value=complimentary"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Answered: the live run acts upon it");
        Running.until(() -> demo.ticketOf(asked.subject()).isPresent());
    }

    @Test
    void anAnswerThatCannotBeTakenSaysWhy() {
        Review asked = demo.priced().orElseThrow();

        var answer = demo.visitor().fill(page(asked), "/reviews/one", Map.of("answer", "split"));

        assertThat(answer.body()).contains("a review of the kind PRICED takes");
        assertThat(demo.ticketOf(asked.subject())).isEmpty();
    }

    @Test
    void aQuestionThatHasGoneIsNoError() {
        assertThat(demo.visitor().get("/reviews/one?id=PRICED:nobody").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTicketAdmitsOnceAndAcceleventsIsTold() {
        String code = demo.app.bean(Doors.class).codes(1).get(0);
        Map<String, String> scan = Map.of("code", code, "gate", "main");
        long before = checkedIn();

        String first = demo.visitor().fill("/check-in", "/check-in", scan).body();
        String second = demo.visitor().fill("/check-in", "/check-in", scan).body();

        assertThat(first).contains("class=\"yes\"", "Welcome.");
        assertThat(second).contains("class=\"no\"", "This ticket has been used.");
        Running.until(() -> checkedIn() == before + 1);
    }

    private long checkedIn() {
        return demo.event().attendees().stream()
                .filter(ticket -> ticket.state() == FakeTicket.State.CHECKED_IN)
                .count();
    }

    @Test
    void aCodeThatIsNoneIsRefusedAndShownNowhere() {
        String page = demo.visitor()
                .fill("/check-in", "/check-in", Map.of("code", "<i>no</i> code", "gate", "<i>"))
                .body();

        assertThat(page).contains("class=\"no\"", "This is not a readable ticket.", "value=\"&lt;i&gt;\"");
        assertThat(page).doesNotContain("<i>", "no&lt;/i&gt; code");
    }
}
