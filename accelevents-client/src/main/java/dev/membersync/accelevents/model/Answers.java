package dev.membersync.accelevents.model;

import java.util.List;

/**
 * Answers sorted the way the vendor wants them.
 *
 * @param attributes answers to built-in fields
 * @param questions answers to the organiser's own fields
 */
public record Answers(List<Answer> attributes, List<Answer> questions) {
    public Answers {
        attributes = List.copyOf(attributes);
        questions = List.copyOf(questions);
    }
}
