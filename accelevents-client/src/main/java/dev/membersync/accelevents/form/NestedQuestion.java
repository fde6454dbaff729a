package dev.membersync.accelevents.form;

/**
 * A question that may depend on the answer to another one (LIVE).
 *
 * @param id its id
 * @param field what is asked; its mandatory counts only when the question is revealed
 * @param parentId the question it depends on, 0 for a root, which is always asked
 * @param revealedBy the key of the parent's option that reveals it; empty when any answer does
 */
public record NestedQuestion(long id, FormField field, long parentId, String revealedBy) {}
