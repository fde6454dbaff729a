package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of the exception of a mapper. */
class FieldExceptionTest {
    private static final StackTraceElement THROWN_AT = new StackTraceElement("Age", "parse", "Age.java", 12);

    private static RuntimeException thrownAt(StackTraceElement... trace) {
        RuntimeException failure = new IllegalStateException("secret");
        failure.setStackTrace(trace);
        return failure;
    }

    @Test
    void theFailureOfAMapperSaysWhereItWasThrown() {
        assertThat(FieldException.mapperFailed("age", thrownAt(THROWN_AT)))
                .hasMessageContaining("\"age\" failed with java.lang.IllegalStateException at " + THROWN_AT + ";");
    }

    /** The virtual machine leaves the trace out when it throws one exception very often. */
    @Test
    void aFailureWithoutATraceIsNamedAlone() {
        assertThat(FieldException.mapperFailed("age", thrownAt()))
                .hasMessageContaining("\"age\" failed with java.lang.IllegalStateException;");
    }
}
