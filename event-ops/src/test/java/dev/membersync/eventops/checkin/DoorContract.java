package dev.membersync.eventops.checkin;

import static dev.membersync.eventops.checkin.Fest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.eventops.checkin.Holding.PaymentStanding;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.RevocationReason;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.sync.payment.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a gate answers, online and offline: the same fixtures, of which only the view differs. */
interface DoorContract {
    Waiver DESK = new Waiver("supervisor 2", "paid in cash");

    /** The event of this test. */
    Fest fest();

    /** Scans at a gate of the kind under test, which has the newest lists and data. */
    ScanResult scan(String text, Direction direction, String gate, Optional<Waiver> waiver);

    default ScanResult enter(Ticket ticket) {
        return scan(ticket.text(), Direction.ENTRY, "north", Optional.empty());
    }

    default ScanResult enter(Ticket ticket, String gate) {
        return scan(ticket.text(), Direction.ENTRY, gate, Optional.empty());
    }

    default ScanResult leave(Ticket ticket) {
        return scan(ticket.text(), Direction.EXIT, "north", Optional.empty());
    }

    default Ticket ticket(UnaryOperator<TicketBody> body) {
        return fest().ticket(body, holding -> holding);
    }

    default Ticket holding(UnaryOperator<Holding> holding) {
        return fest().ticket(body -> body, holding);
    }

    default void revoke(Ticket ticket, int minimum, RevocationReason reason) {
        fest().store.inTransaction(tx -> {
            tx.lists().put(ListKind.REVOCATIONS, new Revocation(ticket.body().serial(), minimum, reason, NOON));
            return true;
        });
    }

    default void with(ClassPolicy policy) {
        fest().policy = fest().policy.otherwise(policy);
    }

    @Test
    default void aGoodTicketIsAdmittedOnce() {
        Ticket ticket = fest().ticket();
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.ADMITTED);
        fest().wait(Duration.ofMinutes(5));

        ScanResult again = enter(ticket);
        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_ADMITTED);
        assertThat(again.admits()).isFalse();
        assertThat(again.detail()).contains("in since 2027-02-27 12:00:00 by gate north");
        assertThat(again.earlier().orElseThrow().when().at()).isEqualTo(NOON);
        assertThat(again.nextStep()).contains("Compare gate and time");
    }

    @ParameterizedTest
    @CsvSource({"0, ADMITTED", "3000, ADMITTED", "3001, ALREADY_ADMITTED"})
    default void aSecondLookWithinThreeSecondsIsTheSameGesture(long millis, Outcome expected) {
        Ticket ticket = fest().ticket();
        enter(ticket);
        fest().wait(Duration.ofMillis(millis));
        assertThat(enter(ticket).outcome()).isEqualTo(expected);
    }

    @Test
    default void whatIsTakenBackTakesTheRestOfItsGestureAlong() {
        Ticket ticket = fest().ticket();
        ScanResult first = enter(ticket);
        fest().wait(Duration.ofSeconds(2));
        ScanResult again = enter(ticket);
        assertThat(again.earlier().orElseThrow().scan().id()).isEqualTo(first.id());
        takeBack(first.id());
        fest().wait(Duration.ofSeconds(10));

        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.ADMITTED);
    }

    /** Takes a scan back at the gate under test. */
    void takeBack(FactId scan);

    @Test
    default void whoLeftIsLetInAgainOnlyWhereThePolicySaysSo() {
        Ticket ticket = fest().ticket();
        enter(ticket);
        fest().wait(Duration.ofMinutes(5));
        assertThat(leave(ticket).outcome()).isEqualTo(Outcome.EXITED);
        fest().wait(Duration.ofMinutes(5));
        ScanResult once = enter(ticket);
        assertThat(once.outcome()).isEqualTo(Outcome.ALREADY_ADMITTED);
        assertThat(once.rule()).contains(Rule.ONCE);

        with(ClassPolicy.DEFAULT.with(Reentry.AFTER_EXIT));
        fest().wait(Duration.ofMinutes(5));
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.READMITTED);
        fest().wait(Duration.ofMinutes(5));
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.ALREADY_ADMITTED);
    }

    @Test
    default void anExitWithoutAnEntryIsLetOutAndPointedOut() {
        ScanResult exit = leave(fest().ticket());
        assertThat(exit.outcome()).isEqualTo(Outcome.EXITED);
        assertThat(exit.flags()).contains(Flag.ATTENTION);
        assertThat(exit.detail()).contains("no entry of this ticket is known");
    }

    @Test
    default void aTicketForDaysLetsInOncePerDayOfTheEventsZone() {
        with(ClassPolicy.DEFAULT.with(Reentry.PER_DAY));
        LocalDate first = LocalDate.of(2027, 2, 27);
        fest().policy = fest().policy
                .withDays(Map.of(first, 1, first.plusDays(1), 2, first.plusDays(2), 4), LocalTime.of(6, 0));
        Ticket ticket = fest().ticket();

        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.ADMITTED);
        fest().wait(Duration.ofHours(16));
        assertThat(enter(ticket).outcome()).as("four in the morning").isEqualTo(Outcome.ALREADY_ADMITTED);
        fest().wait(Duration.ofHours(2));
        assertThat(enter(ticket).outcome()).as("the second day").isEqualTo(Outcome.READMITTED);
        fest().wait(Duration.ofDays(1));
        ScanResult third = enter(ticket);
        assertThat(third.rule()).contains(Rule.DAY);
        assertThat(third.detail()).isEqualTo("for 2027-02-27, 2027-02-28");
    }

    @Test
    default void aTicketForZonesLetsInOncePerZone() {
        with(ClassPolicy.DEFAULT.with(Reentry.PER_ZONE));
        fest().policy = fest().policy
                .withGates(List.of(
                        new Gate("hall", Set.of(), 1),
                        new Gate("lounge", Set.of(), 2),
                        new Gate("stage", Set.of(), 4)));
        Ticket ticket = fest().ticket();

        assertThat(enter(ticket, "hall").outcome()).isEqualTo(Outcome.ADMITTED);
        fest().wait(Duration.ofMinutes(1));
        assertThat(enter(ticket, "lounge").outcome()).isEqualTo(Outcome.READMITTED);
        fest().wait(Duration.ofMinutes(1));
        assertThat(enter(ticket, "hall").outcome()).isEqualTo(Outcome.ALREADY_ADMITTED);
        ScanResult stage = enter(ticket, "stage");
        assertThat(stage.outcome()).isEqualTo(Outcome.WRONG_GATE);
        assertThat(stage.detail()).isEqualTo("right gate: hall, lounge");
    }

    @Test
    default void aGateForOtherClassesNamesTheRightOne() {
        fest().policy = fest().policy.withGates(List.of(new Gate("vip", Set.of(1), 0), new Gate("east", Set.of(7), 0)));
        ScanResult wrong = enter(fest().ticket(), "vip");
        assertThat(wrong.outcome()).isEqualTo(Outcome.WRONG_CLASS);
        assertThat(wrong.detail()).isEqualTo("right gate: east");
    }

    @Test
    default void aGateThatDoesNotExistIsAMistakeOfTheScanner() {
        fest().policy = fest().policy.withGates(List.of(Gate.open("east")));
        Ticket ticket = fest().ticket();
        assertThatThrownBy(() -> enter(ticket, "west"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this event has no gate west; it has east");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-27T11:05:00Z, , ADMITTED",
        "2027-02-27T11:06:00Z, , NOT_YET_VALID",
        ", 2027-02-27T10:56:00Z, ADMITTED",
        ", 2027-02-27T10:55:00Z, EXPIRED"
    })
    default void theWindowHasFiveMinutesOfGraceAndItsEndIsOutside(Instant from, Instant until, Outcome expected) {
        ScanResult result = enter(ticket(body -> body.valid(from, until)));
        assertThat(result.outcome()).isEqualTo(expected);
        if (!result.admits()) {
            assertThat(result.detail()).startsWith("valid ").endsWith("(Europe/Berlin)");
        }
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    default void anOldGenerationIsSupersededOrRevokedByTheReason(RevocationReason reason) {
        Ticket ticket = fest().ticket();
        revoke(ticket, 1, reason);
        assertThat(enter(ticket).outcome()).isEqualTo(reason.supersedes() ? Outcome.SUPERSEDED : Outcome.REVOKED);
    }

    @Test
    default void aGenerationEqualToTheMinimumIsValid() {
        Ticket ticket = ticket(body -> body.withGeneration(1));
        revoke(ticket, 1, RevocationReason.TRANSFER);
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    default void anOldGenerationIsSupersededEvenBeforeTheListSaysSo() {
        Ticket old = fest().ticket();
        Ticket fresh = fest().issuer().issue(Fest.EVENT, old.body().withGeneration(1));
        fest().book(fresh, Holding.good(1));
        assertThat(enter(old).outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(enter(fresh).outcome()).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    default void aBlockKeepsOutUntilItIsLifted() {
        Ticket ticket = fest().ticket();
        fest().checkIn().block(ticket.body().serial(), true);
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.BLOCKED);
        fest().checkIn().block(ticket.body().serial(), false);
        fest().wait(Duration.ofSeconds(10));
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    default void aCancelledRegistrationDoesNotAdmit() {
        assertThat(enter(holding(holding -> holding.canceled(true))).outcome()).isEqualTo(Outcome.CANCELED);
    }

    @Test
    default void whatIsDueIsNamedAndASupervisorMayWaiveIt() {
        Holding due = new Holding(0, false, PaymentStanding.DUE, Optional.of(Money.ofMinor(1250, "EUR")), true);
        Ticket ticket = holding(good -> due);

        ScanResult no = enter(ticket);
        assertThat(no.outcome()).isEqualTo(Outcome.PAYMENT_DUE);
        assertThat(no.due()).contains(Money.ofMinor(1250, "EUR"));
        assertThat(no.detail()).contains("12.50 EUR");

        ScanResult waived = scan(ticket.text(), Direction.ENTRY, "north", Optional.of(DESK));
        assertThat(waived.outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(waived.flags()).contains(Flag.ATTENTION);
    }

    @ParameterizedTest
    @CsvSource({
        "DUE, ADMIT, ADMITTED, false",
        "DUE, WARN, ADMITTED, true",
        "DUE, DENY, PAYMENT_DUE, false",
        "DISPUTED, ADMIT, ADMITTED, false",
        "DISPUTED, WARN, ADMITTED, true",
        "DISPUTED, DENY, PAYMENT_DISPUTED, false"
    })
    default void thePolicySaysWhatAnOpenPaymentMeans(
            PaymentStanding payment, Stance stance, Outcome expected, boolean attention) {
        with(ClassPolicy.DEFAULT.withMoney(stance, stance));
        ScanResult result = enter(holding(good -> new Holding(0, false, payment, Optional.empty(), true)));
        assertThat(result.outcome()).isEqualTo(expected);
        assertThat(result.flags().contains(Flag.ATTENTION)).isEqualTo(attention);
    }

    @Test
    default void aDisputeAloneAdmitsWithAttention() {
        ScanResult result =
                enter(holding(good -> new Holding(0, false, PaymentStanding.DISPUTED, Optional.empty(), true)));
        assertThat(result.admits()).isTrue();
        assertThat(result.flags()).contains(Flag.ATTENTION);
        assertThat(result.detail()).contains("disputed");
    }

    @Test
    default void anUnapprovedRegistrationWaits() {
        ScanResult result =
                enter(holding(good -> new Holding(0, false, PaymentStanding.SETTLED, Optional.empty(), false)));
        assertThat(result.outcome()).isEqualTo(Outcome.APPROVAL_PENDING);
    }

    @Test
    default void aTestTicketAdmitsInARehearsalOnly() {
        Ticket ticket = ticket(TicketBody::asTest);
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.TEST_TICKET);
        fest().policy = fest().policy.asRehearsal();
        fest().wait(Duration.ofSeconds(10));
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    default void checksComeInTheirOrder() {
        Holding bad = new Holding(0, true, PaymentStanding.DUE, Optional.empty(), false);
        Ticket ticket = fest().ticket(
                        body -> body.asTest()
                                .valid(null, Instant.parse("2027-02-01T00:00:00Z"))
                                .withAccess(9, 8),
                        good -> bad);
        fest().policy = fest().policy.withGates(List.of(new Gate("north", Set.of(7), 1)));

        fest().checkIn().block(ticket.body().serial(), true);
        revoke(ticket, 1, RevocationReason.CANCEL);
        assertThat(enter(ticket).outcome()).isEqualTo(Outcome.REVOKED);
    }

    @Test
    default void aStaleListWarnsOrDeniesAsTheClassSays() {
        Ticket ticket = fest().ticket();
        fest().wait(Duration.ofHours(13));
        ScanResult warned = enterWithoutNews(ticket);
        assertThat(warned.admits()).isTrue();
        assertThat(warned.flags()).contains(Flag.STALE_LIST);

        with(ClassPolicy.DEFAULT.withStale(Stance.DENY, Stance.WARN));
        ScanResult denied = enterWithoutNews(fest().ticket());
        assertThat(denied.outcome()).isEqualTo(Outcome.RULE_DENIED);
        assertThat(denied.rule()).contains(Rule.STALE_LIST);
        assertThat(denied.text()).contains("connect this scanner");
    }

    /** As {@link #enter}, at a gate whose lists were confirmed at noon for the last time. */
    default ScanResult enterWithoutNews(Ticket ticket) {
        return enter(ticket);
    }
}
