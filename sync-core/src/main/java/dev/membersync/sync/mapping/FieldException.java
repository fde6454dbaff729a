package dev.membersync.sync.mapping;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that a field cannot carry across. It holds that field of that record; the other fields flow.
 *
 * <p>The message says what is wrong and what a person can do, and never repeats the value.
 */
public final class FieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a field is held. */
    public enum Reason {
        /** The target's limit is shorter than the value. */
        TOO_LONG,
        /** Control characters or broken text. */
        INVALID_TEXT,
        /** The value table has no row for it. */
        UNKNOWN_VALUE,
        /** The target needs a value and there is none. */
        MISSING,
        /** The value is not of the field's form. */
        MALFORMED,
        /** A mapper failed in a way it does not explain. */
        MAPPER_FAILED
    }

    private final Reason reason;
    private final @Nullable String word;

    private FieldException(Reason reason, @Nullable String word, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.word = word;
    }

    /** A refusal with this reason. */
    public static FieldException of(Reason reason, String message) {
        return new FieldException(reason, null, message);
    }

    /**
     * A word of a vocabulary, such as a plan or a status, that no table knows. Such a word is not personal data; it is
     * asked about once, not once for each record.
     */
    public static FieldException unknownWord(String word, String message) {
        return new FieldException(Reason.UNKNOWN_VALUE, word, message);
    }

    /**
     * The exception of a mapper, reduced to what cannot hold a value: its class and where it was thrown. Its message and
     * its causes are dropped, because a parser's message repeats what it could not read.
     */
    static FieldException mapperFailed(String field, RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return of(
                Reason.MAPPER_FAILED,
                "the mapper of the field \"" + field + "\" failed with "
                        + failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0])
                        + "; correct the mapper, or let it throw a FieldException that says what is wrong");
    }

    /** The word that no table knows. */
    public Optional<String> word() {
        return Optional.ofNullable(word);
    }

    /** Why the field is held. */
    public Reason reason() {
        return reason;
    }
}
