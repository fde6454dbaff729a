package dev.membersync.accelevents.order;

import dev.membersync.accelevents.model.Answer;

/**
 * The answer to a nested question.
 *
 * @param questionId the question
 * @param answer its label and the answer
 */
public record NestedAnswer(long questionId, Answer answer) {}
