package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.examples.guide.ShirtSize;
import dev.membersync.sync.mapping.FieldException;
import dev.membersync.sync.testing.MapperLaws;
import dev.membersync.sync.testing.Samples;
import org.junit.jupiter.api.Test;

/** The Java of docs/custom-mapper.md. */
class ShirtSizeTest {
    // snippet: test
    @Test
    void itKeepsTheLaws() {
        MapperLaws.check(
                new ShirtSize(), Samples.memberWith("shirt_size", "s"), Samples.memberWith("shirt_size", "XL"));
    }

    @Test
    void anotherWordHoldsTheField() {
        assertThatThrownBy(() -> new ShirtSize().left(Samples.memberWith("shirt_size", "enormous")))
                .isInstanceOf(FieldException.class);
    }
    // end
}
