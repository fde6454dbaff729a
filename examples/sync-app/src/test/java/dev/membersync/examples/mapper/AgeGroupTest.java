package dev.membersync.examples.mapper;

import dev.membersync.sync.testing.MapperLaws;
import dev.membersync.sync.testing.Samples;
import org.junit.jupiter.api.Test;

class AgeGroupTest {
    @Test
    void itKeepsTheLaws() {
        // snippet: laws
        MapperLaws.check(
                AgeGroup.field(), Samples.memberWith("birthYear", "1980"), Samples.memberWith("birthYear", "2012"));
        // end
    }
}
