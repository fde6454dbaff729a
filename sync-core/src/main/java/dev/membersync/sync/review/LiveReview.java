package dev.membersync.sync.review;

import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.Review;
import java.util.List;

/**
 * A review with what both sides show now. The values were read for this list and are stored nowhere; {@code toString}
 * hides them.
 *
 * @param workflow the workflow that asks
 * @param event its event url
 * @param review the question
 * @param fields what both sides show of the fields in question, one row for each field and ticket in question
 * @param seen names what was shown; an answer that is given with it holds only as long as that stays so
 * @param answers what can be answered
 */
public record LiveReview(
        String workflow, String event, Review review, List<Field> fields, String seen, List<AnswerTable.Row> answers) {
    /**
     * One field.
     *
     * @param ticket the ticket, empty when there is none
     * @param name the field's name
     * @param left what the member shows; unseen when the member is gone or the value cannot be carried across
     * @param right what the ticket shows; unseen when it is gone
     * @param agreed true when both show what they last agreed on
     */
    public record Field(String ticket, String name, Value left, Value right, boolean agreed) {}

    public LiveReview {
        fields = List.copyOf(fields);
        answers = List.copyOf(answers);
    }

    /** The name of the review among those of all workflows; {@link Review#id()} will do where it is the only one. */
    public String id() {
        return event + "/" + workflow + "/" + review.id();
    }
}
