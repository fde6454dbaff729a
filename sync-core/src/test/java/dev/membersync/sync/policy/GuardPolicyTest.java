package dev.membersync.sync.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.policy.GuardPolicy.Share;
import dev.membersync.sync.policy.GuardPolicy.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "20, 1000, false", // at the floor, below the percentage
        "21, 100, true", // above both
        "21, 1000, false", // above the floor only
        "11, 100, false", // above the percentage only
        "100, 1000, false", // exactly at the percentage
        "101, 1000, true",
    })
    void aShareIsPassedAboveFloorAndPercentage(long count, long links, boolean passed) {
        assertThat(new Share(10, 20).isPassed(count, links)).isEqualTo(passed);
    }

    @Test
    void createsCountAgainstTheirOwnCeilingOnly() {
        assertThat(GuardPolicy.standard().objections(new Totals(0, 500, 0, 0))).isEmpty();
        assertThat(GuardPolicy.standard().objections(new Totals(0, 501, 0, 0)))
                .singleElement()
                .asString()
                .contains("501", "guards.creates", "500");
    }

    @Test
    void enrolmentsCountAgainstTheirOwnCeilingOnly() {
        assertThat(GuardPolicy.standard().objections(new Totals(0, 0, 0, 0, 500)))
                .isEmpty();
        assertThat(GuardPolicy.standard().objections(new Totals(0, 0, 0, 0, 501)))
                .containsExactly("it would put 501 people into workflows; guards.enrolments allows 500");
    }

    @Test
    void changesAndRemovalsOfExistingLinksAreCountedApart() {
        assertThat(GuardPolicy.standard().objections(new Totals(100, 0, 21, 6)))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("guards.changes"))
                .anySatisfy(text -> assertThat(text).contains("guards.removals"));
    }

    @Test
    void aShareThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Share(101, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(10, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
