package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.membersync.sync.mapping.FieldException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects that a field is held. */
final class Held {
    private Held() {}

    static void because(Reason reason, ThrowingCallable step) {
        assertThatExceptionOfType(FieldException.class)
                .isThrownBy(step)
                .extracting(FieldException::reason)
                .isEqualTo(reason);
    }
}
