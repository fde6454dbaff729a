package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Reviews} promises. */
interface ReviewsContract extends StoreContract {
    private static Review question(String kind, String subject, String reason) {
        return Review.ask(kind, subject, List.of("name", "e-mail, work"), reason, NOON);
    }

    @Test
    default void newQuestionIsOpen() {
        Review review = question("MISSING", "a", "no address");

        assertThat(reviews().open(review)).isTrue();
        assertThat(reviews().find("MISSING", "a")).hasValue(review);
        assertThat(reviews().countOpen()).isEqualTo(1);
    }

    @Test
    default void sameQuestionIsAskedOnce() {
        reviews().open(question("MISSING", "a", "first"));

        assertThat(reviews().open(question("MISSING", "a", "second"))).isFalse();
        assertThat(reviews().find("MISSING", "a").orElseThrow().reason()).isEqualTo("first");
    }

    @Test
    default void openQuestionsAreFoundBySubject() {
        Review missing = question("MISSING", "a", "r");
        Review disputed = question("DISPUTED", "a", "r");
        reviews().open(missing);
        reviews().open(disputed);
        reviews().open(question("MISSING", "b", "r"));
        reviews().open(question("MISSING", "c", "r"));
        reviews().close("MISSING", "c", "ignore", NOON);

        assertThat(reviews().openAbout(List.of("a", "c", "nobody"))).containsExactlyInAnyOrder(missing, disputed);
        assertThat(reviews().openAbout(List.of())).isEmpty();
    }

    @Test
    default void answerClosesTheQuestionAndStaysToBeFound() {
        Review asked = question("MISSING", "a", "r");
        reviews().open(asked);

        assertThat(reviews().close("MISSING", "a", "link", NOON.plusSeconds(1))).isTrue();
        assertThat(reviews().find("MISSING", "a"))
                .hasValue(new Review(
                        "MISSING",
                        "a",
                        asked.fields(),
                        "r",
                        NOON,
                        Optional.of(NOON.plusSeconds(1)),
                        Optional.of("link")));
        assertThat(reviews().countOpen()).isZero();
    }

    @Test
    default void questionThatIsNotOpenCannotBeAnswered() {
        assertThat(reviews().close("MISSING", "a", "link", NOON)).isFalse();
        reviews().open(question("MISSING", "a", "r"));
        reviews().close("MISSING", "a", "link", NOON);

        assertThat(reviews().close("MISSING", "a", "ignore", NOON)).isFalse();
    }

    @Test
    default void answeredQuestionIsAskedAgain() {
        reviews().open(question("MISSING", "a", "r"));
        reviews().close("MISSING", "a", "link", NOON);

        assertThat(reviews().open(question("MISSING", "a", "r"))).isTrue();
        assertThat(reviews().find("MISSING", "a").orElseThrow().decision()).isEmpty();
    }

    @Test
    default void ignoredQuestionStaysAnsweredUntilItsReasonChanges() {
        reviews().open(question("MISSING", "a", "r"));
        reviews().close("MISSING", "a", "ignore", NOON);

        assertThat(reviews().open(question("MISSING", "a", "r"))).isFalse();
        assertThat(reviews().countOpen()).isZero();
        assertThat(reviews().open(question("MISSING", "a", "other"))).isTrue();
        assertThat(reviews().countOpen()).isEqualTo(1);
    }

    @Test
    default void settleEndsWhatIsNotAskedAnyMore() {
        reviews().open(question("MISSING", "a", "r"));
        reviews().open(question("DISPUTED", "a", "r"));
        reviews().open(question("MISSING", "b", "r"));
        reviews().settle("a", List.of("DISPUTED"), NOON.plusSeconds(5));

        assertThat(reviews().open(9)).extracting(Review::id).containsExactly("DISPUTED:a", "MISSING:b");
        Review ended = reviews().find("MISSING", "a").orElseThrow();
        assertThat(ended.closedAt()).hasValue(NOON.plusSeconds(5));
        assertThat(ended.decision()).isEmpty();
    }

    @Test
    default void settleLeavesAnswersAlone() {
        reviews().open(question("MISSING", "a", "r"));
        reviews().close("MISSING", "a", "ignore", NOON);
        reviews().settle("a", List.of(), NOON.plusSeconds(5));

        assertThat(reviews().open(question("MISSING", "a", "r"))).isFalse();
    }

    @Test
    default void openQuestionsArePagedInTheirOrder() {
        for (String subject : List.of("b", "a", "c")) {
            reviews().open(question("MISSING", subject, "r"));
            reviews().open(question("DISPUTED", subject, "r"));
        }
        reviews().close("MISSING", "a", "link", NOON);

        assertThat(reviews().open("DISPUTED", "b", 2))
                .extracting(Review::id)
                .containsExactly("DISPUTED:c", "MISSING:b");
        assertThat(reviews().open("MISSING", "b", 2)).extracting(Review::id).containsExactly("MISSING:c");
    }

    @Test
    default void openQuestionsAreListedByKindAndSubject() {
        reviews().open(question("MISSING", "b", "r"));
        reviews().open(question("MISSING", "a", "r"));
        reviews().open(question("DISPUTED", "z", "r"));

        assertThat(reviews().open(2)).extracting(Review::id).containsExactly("DISPUTED:z", "MISSING:a");
    }

    @Test
    default void anAnswerIsKeptWithAQuestionThatStaysOpen() {
        reviews().open(question("MISSING", "a", "r"));

        assertThat(reviews().answer("MISSING", "a", "left")).isTrue();
        assertThat(reviews().answer("MISSING", "a", "right")).isTrue();
        assertThat(reviews().open(question("MISSING", "a", "other"))).isFalse();

        assertThat(reviews().open(9)).singleElement().satisfies(review -> {
            assertThat(review.closedAt()).isEmpty();
            assertThat(review.decision()).hasValue("right");
            assertThat(review.reason()).isEqualTo("r");
        });
    }

    @Test
    default void onlyAnOpenQuestionTakesAnAnswer() {
        assertThat(reviews().answer("MISSING", "a", "left")).isFalse();
        reviews().open(question("MISSING", "a", "r"));
        reviews().close("MISSING", "a", "link", NOON);

        assertThat(reviews().answer("MISSING", "a", "left")).isFalse();
        assertThat(reviews().find("MISSING", "a").orElseThrow().decision()).hasValue("link");
    }

    @Test
    default void theAnsweredQuestionsOfASubjectAreFoundByKind() {
        for (String kind : List.of("MISSING", "DISPUTED", "OTHER")) {
            reviews().open(question(kind, "a", "r"));
        }
        reviews().open(question("MISSING", "b", "r"));
        reviews().answer("MISSING", "a", "left");
        reviews().answer("MISSING", "b", "left");
        reviews().close("DISPUTED", "a", "link", NOON);

        assertThat(reviews().answered("a")).extracting(Review::id).containsExactly("DISPUTED:a", "MISSING:a");
    }
}
