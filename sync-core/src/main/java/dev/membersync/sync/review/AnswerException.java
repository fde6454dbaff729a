package dev.membersync.sync.review;

import java.util.List;

/** An answer that cannot be taken. The message says why and which answers can; nothing was changed. */
public final class AnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<AnswerTable.Row> allowed;

    private AnswerException(String message, List<AnswerTable.Row> allowed) {
        super(message);
        this.allowed = List.copyOf(allowed);
    }

    /** The kind of review does not take this answer, or not with this value. */
    public static AnswerException wrong(String kind, String why) {
        return new AnswerException(
                why + "; a review of the kind " + kind + " takes " + AnswerTable.forms(kind), AnswerTable.of(kind));
    }

    /** There is no such open review, or more than one. */
    public static AnswerException unknown(String why) {
        return new AnswerException(why, List.of());
    }

    /** The answers that can be taken; none when there is no such review. */
    public List<AnswerTable.Row> allowed() {
        return allowed;
    }
}
