package dev.membersync.examples.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeMember;
import org.junit.jupiter.api.Test;

class PeopleTest {
    @Test
    void theSameSeedMakesTheSamePeople() {
        assertThat(People.of(7, 120, 12).members())
                .isEqualTo(People.of(7, 120, 12).members());
        assertThat(People.of(7, 120, 12).members())
                .isNotEqualTo(People.of(8, 120, 12).members());
    }

    @Test
    void everybodyHasANameOfHisOwnAndOneInFiftySharesAnAddress() {
        People people = People.of(1, 200, 12);

        assertThat(people.members()).extracting(FakeMember::fullName).doesNotHaveDuplicates();
        assertThat(people.members().stream().map(FakeMember::email).distinct()).hasSize(196);
        assertThat(people.registered())
                .hasSize(16)
                .extracting(FakeMember::email)
                .doesNotHaveDuplicates();
    }
}
