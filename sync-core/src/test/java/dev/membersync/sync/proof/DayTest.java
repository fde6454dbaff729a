package dev.membersync.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.sync.VerifyReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After a day of life, and the answers of people, both sides agree and stay at rest. */
class DayTest {
    /** Of life; a usual build takes the half of a day. */
    private static final int HOURS = Heavy.of(6, 12);

    static Stream<MembershipsProfile> profiles() {
        return Stream.of(MembershipsProfile.STANDARD, MembershipsProfile.HIGHLEVEL);
    }

    @Timeout(300)
    @ParameterizedTest
    @MethodSource("profiles")
    void aDayConvergesAndNothingLoops(MembershipsProfile profile) { // F-63
        Day day = new Day(profile);
        day.live(HOURS);
        day.evening();
        int written = day.writes();
        day.rest();
        int later = day.writes();
        List<String> moneyWrongly = day.moneyWrongly();
        day.close();
        System.out.println(day.bill());
        VerifyReport report = day.world.verify(false);

        assertThat(later).as("writes while nothing happened").isEqualTo(written);
        assertThat(report.isClean()).as("%s", report.rows()).isTrue();
        assertThat(report.pairs()).isGreaterThan(6 * HOURS).isEqualTo(report.equal());
        assertThat(day.toldWrongly()).isEmpty();
        assertThat(day.doubles()).isEmpty();
        assertThat(day.till.number()).as("payments on record").isGreaterThan(HOURS / 2);
        assertThat(moneyWrongly).isEmpty();
    }
}
