package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.store.Intent;
import dev.membersync.sync.store.Scope;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeylessCreatesTest {
    private static final Scope SCOPE = new Scope("account", "event", "", "workflow");
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    /** How the target reacts to one send. */
    private enum Reply {
        CREATED,
        LOST_BEFORE,
        LOST_AFTER,
        LATE_APPLY,
        BAD_GATEWAY_AFTER,
        UNPROCESSABLE_AFTER,
        THROTTLED,
        CONFLICT
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Made(String ref, String userId, long key, long second) {}

    private final IntentsOnlyStore store = new IntentsOnlyStore();
    private final Map<String, String> links = new HashMap<>();
    private final List<Made> made = new ArrayList<>();
    private final Deque<Reply> script = new ArrayDeque<>();
    private final SettleTraits traits = SettlementTest.traits(true);
    private final List<String> steps = new ArrayList<>();
    private String killAt = "";
    private String pauseAt = "";
    private Runnable pause = () -> {};
    private long second;
    private int sends;

    @Test
    void aCreateThatIsAnsweredIsLinked() {
        assertThat(advance("u1", 7)).isEqualTo(new Settled.Linked("r1"));
        assertThat(store.count()).isZero();
        assertThat(links).containsExactly(Map.entry("u1", "r1"));
    }

    @Test
    void theIntentIsStoredAsSentBeforeTheCall() {
        pauseAt = "sent";
        pause = () -> assertThat(store.find("u1").orElseThrow().step()).isEqualTo(Intent.Step.SENT);

        advance("u1", 7);

        assertThat(steps).containsExactly("prepared", "sent", "answered");
    }

    @Test
    void f01ALostAnswerIsSettledByReadingBack() {
        script.add(Reply.LOST_AFTER);

        assertThat(untilSettled("u1", 7)).isEqualTo(new Settled.Linked("r1"));
        assertThat(sends).isEqualTo(1);
    }

    @Test
    void f02AnEditMeanwhileSendsNothing() {
        script.add(Reply.LOST_AFTER);
        advance("u1", 7);
        second++;

        assertThat(advance("u1", 8)).isInstanceOf(Settled.Waits.class);
        assertThat(untilSettled("u1", 8)).isEqualTo(new Settled.Linked("r1"));
        assertThat(sends).isEqualTo(1);
    }

    @Test
    void f03NothingIsSentAgainBeforeTheHorizon() {
        script.add(Reply.LOST_BEFORE);
        while (second < traits.horizon().toSeconds()) {
            advance("u1", 7);
            second++;
        }
        assertThat(sends).isEqualTo(1);

        assertThat(advance("u1", 7)).isEqualTo(new Settled.Linked("r1"));
        assertThat(sends).isEqualTo(2);
    }

    @Test
    void whatIsOnlyToBeProvenIsSentNoMoreAndStaysOpen() {
        script.add(Reply.LOST_BEFORE);
        advance("u1", 7);
        assertThat(prove("u1")).isInstanceOf(Settled.Waits.class);
        second = traits.horizon().toSeconds();

        assertThat(prove("u1")).isEqualTo(new Settled.Refused("it was sent 1 times and had no effect"));
        assertThat(sends).isEqualTo(1);
        assertThat(store.find("u1").orElseThrow().step()).isEqualTo(Intent.Step.PREPARED);
    }

    @Test
    void f04ALateEffectInsideTheHorizonIsAdopted() {
        script.add(Reply.LATE_APPLY);

        assertThat(untilSettled("u1", 7)).isEqualTo(new Settled.Linked("r1"));
        assertThat(sends).isEqualTo(1);
    }

    @Test
    void f05AGatewayErrorAfterTheEffectIsSettledByReadingBack() {
        script.add(Reply.BAD_GATEWAY_AFTER);

        assertThat(untilSettled("u1", 7)).isEqualTo(new Settled.Linked("r1"));
        assertThat(sends).isEqualTo(1);
    }

    @Test
    void f06ARefusalThatIsNotDeclaredCleanIsSettledByReadingBack() {
        script.add(Reply.UNPROCESSABLE_AFTER);

        assertThat(untilSettled("u1", 7)).isEqualTo(new Settled.Linked("r1"));
        assertThat(sends).isEqualTo(1);
    }

    @Test
    void f07AnExistingRecordIsAdopted() {
        made.add(new Made("old", "u1", 7, -9_000));
        script.add(Reply.CONFLICT);

        assertThat(advance("u1", 7)).isEqualTo(new Settled.Linked("old"));
        assertThat(made).hasSize(1);
    }

    @Test
    void f07ARecordOfAnotherMemberIsNotRelinked() {
        made.add(new Made("theirs", "u9", 7, -9_000));
        links.put("u9", "theirs");
        script.add(Reply.CONFLICT);

        assertThat(advance("u1", 7)).isInstanceOf(Settled.Review.class);
        assertThat(links).doesNotContainKey("u1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepared", "sent", "answered", "probe"})
    void f08AKillAtAnyStepLeavesOneRecordAndOneLink(String step) {
        script.addAll(Arrays.asList(Reply.LOST_AFTER, Reply.CREATED));
        killAt = step;
        assertThat(untilSettled("u1", 7)).isInstanceOf(Settled.Linked.class);

        assertThat(killAt).as("the kill took place").isEmpty();
        assertThat(made).hasSize(1);
        assertThat(links).containsOnlyKeys("u1");
        assertThat(store.count()).isZero();
    }

    @Test
    void aProvenRefusalMayBeTriedAgainAtOnce() {
        script.add(Reply.THROTTLED);

        assertThat(advance("u1", 7)).isInstanceOf(Settled.Refused.class);
        assertThat(advance("u1", 7)).isEqualTo(new Settled.Linked("r1"));
    }

    @Test
    void f71AWorkerThatOutlivedItsLeaseSendsNothing() {
        pauseAt = "sent";
        pause = () -> second += 31;

        assertThat(advance("u1", 7)).isEqualTo(new Settled.Late());
        assertThat(sends).isZero();
        assertThat(store.find("u1").orElseThrow().step()).isEqualTo(Intent.Step.PREPARED);
    }

    @Test
    void f71AWorkerWhoseIntentWasTakenOverSendsNothing() {
        pauseAt = "prepared";
        pause = () -> {
            pause = () -> {};
            advance("u1", 7);
        };

        assertThat(advance("u1", 7)).isEqualTo(new Settled.Late());
        assertThat(made).hasSize(1);
    }

    @Test
    void f71ALateWorkerDoesNotUndoTheSendOfItsSuccessor() {
        pauseAt = "sent";
        pause = () -> {
            pause = () -> {};
            script.add(Reply.LOST_AFTER);
            second += traits.horizon().toSeconds();
            advance("u1", 7);
        };

        assertThat(advance("u1", 7)).isEqualTo(new Settled.Late());
        assertThat(store.find("u1").orElseThrow().step()).isEqualTo(Intent.Step.SENT);
        assertThat(sends).isEqualTo(1);
    }

    @Test
    void f42OnlyOneCreateIsOpenForAKey() {
        script.add(Reply.LOST_AFTER);
        advance("u1", 7);

        assertThat(advance("u2", 7)).isEqualTo(new Settled.KeyBusy());
        assertThat(sends).isEqualTo(1);
    }

    @Test
    void f42TheSecondMemberWithAKeyGetsItsOwnRecord() {
        script.addAll(Arrays.asList(Reply.LOST_AFTER, Reply.LOST_AFTER));
        untilSettled("u1", 7);
        untilSettled("u2", 7);

        assertThat(links).containsExactlyInAnyOrderEntriesOf(Map.of("u1", "r1", "u2", "r2"));
    }

    @Test
    void anEditedKeyIsUsedOnceTheOldOneIsProvenUndone() {
        script.addAll(Arrays.asList(Reply.LOST_BEFORE, Reply.LOST_AFTER));
        advance("u1", 7);

        assertThat(untilSettled("u1", 8)).isEqualTo(new Settled.Linked("r1"));
        assertThat(made.get(0).key()).isEqualTo(8);
    }

    @Test
    void f41TwoMembersThatExchangeTheirKeysDoNotBlockEachOther() {
        script.addAll(Arrays.asList(Reply.THROTTLED, Reply.THROTTLED));
        advance("u1", 7);
        advance("u2", 8);

        assertThat(advance("u1", 8)).isEqualTo(new Settled.KeyBusy());
        assertThat(advance("u2", 7)).isInstanceOf(Settled.Linked.class);
        assertThat(advance("u1", 8)).isInstanceOf(Settled.Linked.class);
    }

    @Test
    void aRecordThatIsAnotherMembersGoesToAPersonAndStaysOpen() {
        links.put("u9", "r1");

        assertThat(advance("u1", 7)).isInstanceOf(Settled.Review.class);
        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    void aMemberThatIsNoLongerWantedIsSettledWithoutASend() {
        script.add(Reply.LOST_BEFORE);
        advance("u1", 7);
        second += traits.horizon().toSeconds();

        assertThat(creates().settle("u1", new Target("u1", 7))).isEqualTo(new Settled.Undone());
        assertThat(sends).isEqualTo(1);
        assertThat(store.count()).isZero();
    }

    @Test
    void anUnwantedMemberWhoseCreateTookEffectIsLinked() {
        script.add(Reply.LOST_AFTER);
        advance("u1", 7);
        second += traits.horizon().toSeconds();

        assertThat(creates().settle("u1", new Target("u1", 7))).isEqualTo(new Settled.Linked("r1"));
    }

    @Test
    void aCreateThatWasNeverOpenedIsUndone() {
        assertThat(creates().settle("u1", new Target("u1", 7))).isEqualTo(new Settled.Undone());
    }

    private Settled untilSettled(String userId, long key) {
        while (true) {
            try {
                Settled settled = advance(userId, key);
                if (!(settled instanceof Settled.Waits)) {
                    return settled;
                }
            } catch (Killed e) {
                killAt = "";
            }
            second++;
        }
    }

    private Settled advance(String userId, long key) {
        return creates().advance(userId, key, new Target(userId, key), (second + 30) * 1_000_000_000L);
    }

    private Settled prove(String userId) {
        return creates().prove(userId, new Target(userId, 7));
    }

    private KeylessCreates creates() {
        return new KeylessCreates(
                new OpenCreates(store, SCOPE, (tx, userId, ref) -> {
                    boolean taken = links.entrySet().stream()
                            .anyMatch(link -> link.getValue().equals(ref)
                                    && !link.getKey().equals(userId));
                    return !taken
                            && links.merge(userId, ref, (old, same) -> old).equals(ref);
                }),
                traits,
                () -> START.plusSeconds(second),
                () -> second * 1_000_000_000L,
                this::checkpoint);
    }

    private void checkpoint(String step) {
        steps.add(step);
        if (step.equals(pauseAt)) {
            pause.run();
        }
        if (step.equals(killAt)) {
            throw new Killed();
        }
    }

    private final class Target implements CreateTarget {
        private final String userId;
        private final long key;

        Target(String userId, long key) {
            this.userId = userId;
            this.key = key;
        }

        @Override
        public SendAnswer send() {
            sends++;
            Reply reply = script.isEmpty() ? Reply.CREATED : script.remove();
            return switch (reply) {
                case CREATED -> SendAnswer.of(201, Optional.of(make(0)), traits);
                case LOST_BEFORE -> SendAnswer.lost();
                case LOST_AFTER -> lost(make(0));
                case LATE_APPLY -> lost(make(traits.lateApply().toSeconds()));
                case BAD_GATEWAY_AFTER -> SendAnswer.of(502, Optional.of(make(0)), traits);
                case UNPROCESSABLE_AFTER -> SendAnswer.of(422, Optional.of(make(0)), traits);
                case THROTTLED -> SendAnswer.of(429, Optional.empty(), traits);
                case CONFLICT -> SendAnswer.of(409, Optional.empty(), traits);
            };
        }

        @Override
        public List<Found> find(long matchKey) {
            return made.stream()
                    .filter(record -> record.key() == matchKey)
                    .filter(record -> record.second() + traits.visibilityLag().toSeconds() <= second)
                    .map(record -> new Found(
                            record.ref(), START.plusSeconds(record.second()), links.containsValue(record.ref())))
                    .toList();
        }

        private String make(long later) {
            made.add(new Made("r" + (made.size() + 1), userId, key, second + later));
            return "r" + made.size();
        }

        private SendAnswer lost(String ref) {
            assertThat(ref).isNotEmpty();
            return SendAnswer.lost();
        }
    }
}
