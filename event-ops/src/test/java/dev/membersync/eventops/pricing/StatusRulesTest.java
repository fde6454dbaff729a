package dev.membersync.eventops.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusRulesTest {
    private final StatusRules rules = StatusRules.standard();

    @ParameterizedTest
    @CsvSource({
        "2024-02-28, , false",
        "2024-02-29, NEW, true",
        "2024-05-29, NEW, true",
        "2024-05-30, ACTIVE, true",
        "2025-02-28, ACTIVE, true",
        "2025-03-01, GRACE, true",
        "2025-03-30, GRACE, true",
        "2025-03-31, EXPIRED, false",
        "2030-01-01, EXPIRED, false",
    })
    void theFirstRuleThatMatchesTellsTheStatusOfADay(LocalDate day, MembershipStatus status, boolean current) {
        Membership leapling = Membership.of(
                LocalDate.parse("2024-02-29"), LocalDate.parse("2024-02-29"), LocalDate.parse("2025-02-28"));
        assertThat(rules.asOf(leapling, day))
                .isEqualTo(new StatusRules.Standing(Optional.ofNullable(status), current, day));
    }

    @Test
    void aFirstTermThatIsNotPaidIsPendingOnEveryDay() {
        LocalDate day = LocalDate.parse("2026-01-01");
        Membership unpaid = new Membership(
                Optional.of(day), Optional.of(day), Optional.of(day.plusYears(1)), true, Optional.empty());
        assertThat(rules.asOf(unpaid, day.plusDays(40)).status()).contains(MembershipStatus.PENDING);
        assertThat(rules.asOf(unpaid, day.plusDays(40)).current()).isFalse();
    }

    @Test
    void aLifetimeNeverEnds() {
        LocalDate day = LocalDate.parse("1990-01-01");
        Membership lifetime =
                new Membership(Optional.of(day), Optional.of(day), Optional.empty(), false, Optional.empty());
        assertThat(rules.asOf(lifetime, LocalDate.parse("2090-01-01")).status()).contains(MembershipStatus.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = MembershipStatus.class,
            names = {"SUSPENDED", "CANCELED", "DECEASED", "ERASED"})
    void anOverrideWinsOverAllDatesAndIsNotCurrent(MembershipStatus status) {
        LocalDate day = LocalDate.parse("2026-01-01");
        Membership member = new Membership(
                Optional.of(day), Optional.of(day), Optional.of(day.plusYears(1)), false, Optional.of(status));
        assertThat(rules.asOf(member, day)).isEqualTo(new StatusRules.Standing(Optional.of(status), false, day));
    }

    @Test
    void aMonthAfterTheLastDayOfAMonthIsTheLastDayOfTheNext() {
        StatusRules monthly = new StatusRules(
                List.of(new StatusRule(
                        MembershipStatus.GRACE,
                        Optional.of(new StatusRule.Edge(StatusRule.Date.ENDS, Period.ofDays(1))),
                        Optional.of(new StatusRule.Edge(StatusRule.Date.ENDS, Period.ofMonths(1))),
                        true,
                        false)),
                Set.of());
        Membership member = Membership.of(
                LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-01"), LocalDate.parse("2028-01-31"));
        assertThat(monthly.asOf(member, LocalDate.parse("2028-02-29")).current())
                .isTrue();
        assertThat(monthly.asOf(member, LocalDate.parse("2028-03-01")).status()).isEmpty();
    }
}
