package dev.membersync.eventops.pricing;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** What an input is compared with. */
public sealed interface Operand {
    /** A number. */
    record Quantity(BigDecimal value) implements Operand {
        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /**
     * A local time in the event's zone. One that the clocks skip counts as much later as they are put forward; one that
     * they show twice counts the first time.
     */
    record Moment(LocalDateTime local) implements Operand {
        @Override
        public String toString() {
            return local.toString();
        }
    }

    /** A word, compared as it is written. */
    record Text(String value) implements Operand {
        @Override
        public String toString() {
            return value;
        }
    }

    /** Another input. */
    record Of(Input input) implements Operand {
        @Override
        public String toString() {
            return input.toString();
        }
    }

    /** What it can be compared with. */
    default InputKind.Type type() {
        if (this instanceof Moment) {
            return InputKind.Type.MOMENT;
        }
        if (this instanceof Of of) {
            return of.input().kind().type();
        }
        return this instanceof Text ? InputKind.Type.TEXT : InputKind.Type.NUMBER;
    }
}
