package dev.membersync.accelevents.registration;

import java.util.List;

/**
 * Why an answer cannot be sent. It names the field and what to give instead, never what a person answered.
 *
 * @param whom {@code ticket 2} or {@code buyer} where the draft has several people; empty where it has one
 * @param field the label of the field
 * @param reason what is wrong
 * @param options what could have been given: the options of a choice, or the labels of the form for an unknown field; else empty
 */
public record AnswerProblem(String whom, String field, Reason reason, List<String> options) {
    private static final int SHOWN = 20;

    /** What can be wrong with an answer. */
    public enum Reason {
        /** The field is required and has no answer. */
        MISSING("is required"),
        /** The answer is none of the options. */
        NOT_AN_OPTION("must be one of "),
        /** The form has no such field. */
        UNKNOWN_FIELD("is not a field of the form, which has only "),
        /** The field is asked only after another answer, which was not given. */
        NOT_REVEALED("is only asked after another answer: give that one, or leave this one away"),
        /** The answer is longer than the vendor takes. */
        TOO_LONG("is too long"),
        /** The answer is no phone number. */
        NOT_A_PHONE("must be a national number and a country code, such as 5551234567|us"),
        /** The answer is no day. */
        NOT_A_DATE("must be a day, MM/dd/yyyy"),
        /** The birth date lies in the future. */
        BIRTH_IN_FUTURE("must not lie in the future"),
        /** The answer is no country. */
        NOT_A_COUNTRY("must be an ISO country code of two letters"),
        /** The answer has more than the six parts of an address. */
        NOT_AN_ADDRESS("must be line 1|line 2|city|state|zip|country"),
        /** The answer is no number. */
        NOT_A_NUMBER("must be a number"),
        /** The answer is no e-mail address. */
        NOT_AN_EMAIL("must be an e-mail address"),
        /** The answer is no uploaded file. */
        NOT_A_FILE("must be an uploaded file: upload it and give the answer of what comes back");

        private final String remedy;

        Reason(String remedy) {
            this.remedy = remedy;
        }
    }

    public AnswerProblem {
        options = List.copyOf(options);
    }

    /** The problem as a person reads it; at most twenty options are shown. */
    public String text() {
        var shown = options.stream().limit(SHOWN).toList() + (options.size() > SHOWN ? " and more" : "");
        return (whom.isEmpty() ? "'" : whom + ": '") + field + "' " + reason.remedy + (options.isEmpty() ? "" : shown);
    }
}
