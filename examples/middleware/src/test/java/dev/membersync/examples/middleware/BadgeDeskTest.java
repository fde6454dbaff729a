package dev.membersync.examples.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.testing.MapperLaws;
import dev.membersync.sync.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadgeDeskTest {
    private static Member named(String name) {
        Member ann = Samples.member();
        return new Member(ann.userId(), ann.email(), Value.of(name), ann.status(), ann.planId(), ann.fields());
    }

    @Test
    void itKeepsTheLaws() {
        MapperLaws.check(BadgeDesk.field(), named("Ann Lee"), named("Zoé Østby"));
    }

    @ParameterizedTest
    @CsvSource({"Ann Lee,Desk A to M", "Ann van nes,Desk N to Z", "Cher,Desk A to M", "Zoé Østby,Help desk"})
    void theLastNameSaysTheDesk(String name, String desk) {
        assertThat(BadgeDesk.field().left(named(name)).text()).hasValue(desk);
    }
}
