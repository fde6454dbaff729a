package dev.membersync.accelevents.registration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A registration cannot be sent as drafted; nothing was paid and no ticket was issued.
 *
 * <p>The message names fields and options, never what a person answered.
 */
public final class RefusedAnswersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<AnswerProblem> problems;

    RefusedAnswersException(List<AnswerProblem> problems) {
        super(problems.stream()
                .map(AnswerProblem::text)
                .collect(Collectors.joining("; ", "The registration form refuses the draft: ", ".")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem found, in the order of the form; empty after deserialisation. */
    public List<AnswerProblem> problems() {
        return problems == null ? List.of() : problems;
    }
}
