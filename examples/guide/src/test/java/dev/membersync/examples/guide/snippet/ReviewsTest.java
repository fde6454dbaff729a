package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.Queues;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.review.Answer;
import dev.membersync.sync.review.LiveReview;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java of docs/reviews.md. */
class ReviewsTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void questionsAreAskedAndAnswered() {
        try (Stage stage = Stage.standard(40);
                Tenant tenant = stage.open("workflows: [{template: members-to-attendees}]\n")) {
            tenant.engine().sync();
            // snippet: queues
            Queues queues = tenant.engine().queues();
            for (LiveReview review : queues.liveReviews(100)) { // reads what both sides show now
                ask(review.id(), review.review().reason(), review.answers());
            }
            queues.deadLetters(100).forEach(letter -> tell(letter.userId(), letter.why(), letter.nextStep()));
            queues.incidents(100)
                    .forEach(incident -> tell(incident.subject(), incident.message(), incident.nextStep()));
            // end
            assertThat(asked).isNotEmpty();
            String id = asked.get(0);
            // snippet: decide
            queues.decide(id, Answer.parse("ignore")); // the next sync acts upon it
            queues.replayAll(); // dead letters are tried again by the next sync
            // end
            assertThat(tenant.engine().sync().counts().review()).isLessThan(asked.size());
        }
    }

    private void ask(String id, String reason, List<?> answers) {
        assertThat(answers).as(reason).isNotEmpty();
        asked.add(id);
    }

    private void tell(String about, String what, String nextStep) {
        throw new AssertionError(about + ": " + what + "; " + nextStep);
    }
}
