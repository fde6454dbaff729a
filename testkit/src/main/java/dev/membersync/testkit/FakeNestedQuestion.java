package dev.membersync.testkit;

import java.util.List;

/**
 * A question that an answer to another question reveals.
 *
 * @param id its id
 * @param name what the answer is keyed by
 * @param type as of a {@link FakeField}
 * @param mandatory whether the payment step insists on an answer once it is revealed
 * @param options choices of a dropdown
 * @param parentId id of the parent question; 0 for a root
 * @param revealedBy key of the parent's choice that reveals it, {@code k1} for the first; empty for any
 */
public record FakeNestedQuestion(
        long id, String name, String type, boolean mandatory, List<String> options, long parentId, String revealedBy) {
    /** Copies the options. */
    public FakeNestedQuestion {
        options = List.copyOf(options);
    }
}
