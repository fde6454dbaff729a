package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.engine.CreateTarget.Found;
import dev.membersync.sync.engine.Settlement.Next;
import dev.membersync.sync.store.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementTest {
    private static final Instant SENT_AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final SettleTraits TRAITS = traits(true);
    private static final Instant HORIZON = SENT_AT.plusSeconds(66);
    private static final Intent PREPARED = IntentSteps.prepared("u1", 7);
    private static final Intent SENT = IntentSteps.sent(PREPARED, 7, SENT_AT);

    private final Settlement settlement = new Settlement(TRAITS);

    static SettleTraits traits(boolean repeats) {
        return new SettleTraits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Set.of(401, 403, 429),
                repeats);
    }

    @Test
    void theHorizonIsTheSumOfEverythingThatCanDelayAnEffectOrItsSight() {
        assertThat(TRAITS.horizon()).isEqualTo(Duration.ofSeconds(66));
    }

    @Test
    void aNegativeTimeIsRefused() {
        Duration zero = Duration.ZERO;
        assertThatThrownBy(() -> new SettleTraits(zero, Duration.ofSeconds(-1), zero, zero, zero, Set.of(), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasNeverSentIsSent() {
        assertThat(settlement.next(PREPARED, SENT_AT, List.of())).isEqualTo(new Next.Post());
    }

    @Test
    void theOneUnlinkedRecordSinceTheSendIsAdopted() {
        assertThat(settlement.next(SENT, SENT_AT.plusSeconds(9), List.of(found("r1", 3, false), found("r0", 2, true))))
                .isEqualTo(new Next.Adopt("r1"));
    }

    @Test
    void aRecordWithinTheClockSlackIsAdopted() {
        assertThat(settlement.next(SENT, SENT_AT.plusSeconds(9), List.of(found("r1", -1, false))))
                .isEqualTo(new Next.Adopt("r1"));
    }

    @Test
    void anOlderRecordIsNotAdopted() {
        assertThat(settlement.next(SENT, SENT_AT.plusSeconds(9), List.of(found("r1", -2, false))))
                .isInstanceOf(Next.ProbeLater.class);
    }

    @Test
    void severalUnlinkedRecordsGoToAPerson() {
        assertThat(settlement.next(SENT, HORIZON, List.of(found("r1", 3, false), found("r2", 4, false))))
                .isInstanceOf(Next.Ask.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 30, 65})
    void f03AbsenceBeforeTheHorizonProvesNothing(int seconds) {
        assertThat(settlement.next(SENT, SENT_AT.plusSeconds(seconds), List.of()))
                .isInstanceOf(Next.ProbeLater.class);
    }

    @Test
    void absenceAtTheHorizonAllowsAnotherSend() {
        assertThat(settlement.next(SENT, HORIZON, List.of())).isEqualTo(new Next.Post());
    }

    @Test
    void f67AbsenceOfMoneyGoesToAPerson() {
        assertThat(new Settlement(traits(false)).next(SENT, HORIZON, List.of())).isInstanceOf(Next.Ask.class);
    }

    @Test
    void theLooksAreFewAndTheLastOneFallsOnTheHorizon() {
        Instant now = SENT_AT;
        int looks = 0;
        while (now.isBefore(HORIZON) && looks < TRAITS.horizon().toSeconds()) {
            now = ((Next.ProbeLater) settlement.next(SENT, now, List.of())).at();
            looks++;
        }
        assertThat(now).isEqualTo(HORIZON);
        assertThat(looks).isEqualTo(5);
    }

    @Test
    void f07AnExistingUnlinkedRecordIsAdoptedWhateverItsAge() {
        assertThat(settlement.existing(SENT, SENT_AT, List.of(found("r1", -9_000, false))))
                .isEqualTo(new Next.Adopt("r1"));
    }

    @Test
    void f07SeveralExistingRecordsGoToAPerson() {
        assertThat(settlement.existing(SENT, SENT_AT, List.of(found("r1", -9, false), found("r2", -9, false))))
                .isInstanceOf(Next.Ask.class);
    }

    @Test
    void f07AnExistingRecordOfAnotherMemberGoesToAPerson() {
        assertThat(settlement.existing(SENT, SENT_AT, List.of(found("r1", -9, true))))
                .isInstanceOf(Next.Ask.class);
    }

    @Test
    void anExistingRecordThatNoSearchShowsIsLookedForAgain() {
        assertThat(settlement.existing(SENT, SENT_AT, List.of())).isInstanceOf(Next.ProbeLater.class);
    }

    @Test
    void anExistingRecordThatStaysHiddenGoesToAPerson() {
        Intent again = IntentSteps.sent(SENT, 7, HORIZON);

        assertThat(settlement.existing(again, HORIZON, List.of())).isInstanceOf(Next.Ask.class);
    }

    @Test
    void aCreateWithItsOwnKeyIsNoBusinessOfTheseRules() {
        Intent ordered = new Intent(
                "u1",
                PREPARED.openMatchKey(),
                Intent.Step.ORDERED,
                Optional.of("o1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);

        assertThatThrownBy(() -> settlement.next(ordered, HORIZON, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 408, 422, 500, 502, 503, 504, 302})
    void f05AndF06AStatusThatIsNotDeclaredCleanProvesNothing(int status) {
        assertThat(SendAnswer.of(status, Optional.empty(), TRAITS)).isInstanceOf(SendAnswer.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void aDeclaredRefusalProvesThatNothingWasMade(int status) {
        assertThat(SendAnswer.of(status, Optional.empty(), TRAITS)).isInstanceOf(SendAnswer.Refused.class);
    }

    @Test
    void aSuccessWithAnIdIsApplied() {
        assertThat(SendAnswer.of(201, Optional.of("r1"), TRAITS)).isEqualTo(new SendAnswer.Applied("r1"));
    }

    @Test
    void aSuccessWithoutAnIdProvesNothing() {
        assertThat(SendAnswer.of(200, Optional.empty(), TRAITS)).isInstanceOf(SendAnswer.Unknown.class);
    }

    @Test
    void aConflictMeansThatTheRecordExists() {
        assertThat(SendAnswer.of(409, Optional.empty(), TRAITS)).isEqualTo(new SendAnswer.Exists());
    }

    private static Found found(String ref, long secondsAfterSend, boolean linked) {
        return new Found(ref, SENT_AT.plusSeconds(secondsAfterSend), linked);
    }
}
