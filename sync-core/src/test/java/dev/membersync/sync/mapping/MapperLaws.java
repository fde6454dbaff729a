package dev.membersync.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;

/** The laws that {@link FieldMapper} states, for one value or record. */
final class MapperLaws {
    private MapperLaws() {}

    /** Reading what was written gives the value back. */
    static void readingGivesBackWhatWasWritten(FieldMapper mapper, Value value, Registration before) {
        RegistrationDraft draft = RegistrationDraft.empty();
        mapper.toRight(value, draft);
        Value read = mapper.right(People.after(before, draft));
        assertThat(same(mapper, read, value)).as("reads back the same").isTrue();
    }

    /** Writing what was read changes nothing. */
    static void writingWhatWasReadChangesNothing(FieldMapper mapper, Registration registration) {
        readingGivesBackWhatWasWritten(mapper, mapper.right(registration), registration);
    }

    /** A canonical form is its own. */
    static void canonicalFormIsItsOwn(FieldMapper mapper, Value value) {
        Value once = mapper.canonical(value);
        assertThat(mapper.canonical(once).equals(once))
                .as("canonical twice is once")
                .isTrue();
    }

    /** Values without a text pass through, and what a read does not carry reads as unseen. */
    static void unknownStaysUnknown(FieldMapper mapper) {
        assertThat(mapper.canonical(Value.absent())).isEqualTo(Value.absent());
        assertThat(mapper.canonical(Value.unseen())).isEqualTo(Value.unseen());
        assertThat(mapper.right(People.unseen())).isEqualTo(Value.unseen());
    }

    private static boolean same(FieldMapper mapper, Value one, Value other) {
        return mapper.canonical(one).equals(mapper.canonical(other));
    }
}
