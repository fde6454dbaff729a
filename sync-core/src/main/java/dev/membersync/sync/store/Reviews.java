package dev.membersync.sync.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions for people. One open question for each kind and subject. */
public interface Reviews {
    /**
     * Asks, unless the same question is open. A question that was answered {@code ignore} stays answered until its
     * reason changes; one that was answered otherwise, or settled, is asked anew.
     *
     * @return true when it is new
     */
    boolean open(Review review);

    /**
     * Keeps a person's answer with an open question until a run has acted upon it. The question stays open; a later
     * answer replaces an earlier one. False when it is not open.
     */
    boolean answer(String kind, String subject, String decision);

    /** The questions about a subject that have an answer, open or closed, by kind. */
    List<Review> answered(String subject);

    /** Ends an open question with its answer. False when it is not open. */
    boolean close(String kind, String subject, String decision, Instant at);

    /** Ends the open questions about a subject whose kinds are not in this list: their reason has gone. They are closed without a decision. */
    void settle(String subject, List<String> stillAsked, Instant at);

    /** The question, open or answered. */
    Optional<Review> find(String kind, String subject);

    /** Open questions, by kind and subject. */
    default List<Review> open(int limit) {
        return open("", "", limit);
    }

    /** Open questions behind this kind and subject, in their order; both empty for the first page. */
    List<Review> open(String afterKind, String afterSubject, int limit);

    /** The open questions about these subjects. */
    Set<Review> openAbout(Collection<String> subjects);

    /** True when a question about this subject is open. */
    boolean isOpenAbout(String subject);

    /** How many are open. */
    long countOpen();
}
