package dev.membersync.accelevents.registration;

import java.util.List;

/**
 * Why an answer cannot be sent. It names the field, never what a person answered.
 *
 * @param field the label of the field
 * @param reason what is wrong
 * @param options what could have been given: the options of a choice, or the labels of the form for an unknown field; else empty
 */
public record AnswerProblem(String field, Reason reason, List<String> options) {
    private static final int SHOWN = 20;

    /** What can be wrong with an answer. */
    public enum Reason {
        /** The field is required and has no answer. */
        MISSING,
        /** The answer is none of the options. */
        NOT_AN_OPTION,
        /** The form has no such field. */
        UNKNOWN_FIELD,
        /** The answer is longer than the vendor takes. */
        TOO_LONG
    }

    public AnswerProblem {
        options = List.copyOf(options);
    }

    /** The problem as a person reads it; at most twenty options are shown. */
    public String text() {
        var shown = options.stream().limit(SHOWN).toList() + (options.size() > SHOWN ? " and more" : "");
        return switch (reason) {
            case MISSING -> "'" + field + "' is required";
            case NOT_AN_OPTION -> "'" + field + "' must be one of " + shown;
            case UNKNOWN_FIELD -> "the form has no field '" + field + "', only " + shown;
            case TOO_LONG -> "'" + field + "' is too long";
        };
    }
}
