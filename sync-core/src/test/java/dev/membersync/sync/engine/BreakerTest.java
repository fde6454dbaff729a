package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.testing.ManualTime;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.GuardPolicy.Share;
import dev.membersync.sync.policy.Situation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decided operations against the guards, in a window of an hour. */
class BreakerTest {
    private final ManualTime time = ManualTime.create();
    private final GuardPolicy guards = new GuardPolicy(3, new Share(0, 2), new Share(0, 1));
    private final Breaker breaker = new Breaker(guards, time, Duration.ofHours(1));

    private static List<Task> removal(String userId) {
        return List.of(new Task.Remove(
                new Operation(Operation.Kind.REMOVE, userId, "1", List.of(), Situation.LEFT_CHANGED, "status", "")));
    }

    private boolean stops(String userId) {
        return breaker.add(userId, removal(userId)).isPresent();
    }

    @Test
    void oneOperationTooManyIsObjectedToWithItsNumber() {
        assertThat(stops("m1")).isFalse();

        assertThat(breaker.add("m2", removal("m2")).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void membersWhoAreMadeCountAsCreates() {
        Breaker making =
                new Breaker(new GuardPolicy(1, new Share(100, 100), new Share(100, 100)), time, Duration.ofHours(1));

        assertThat(making.addCreate("ticket:1")).isEmpty();
        assertThat(making.addCreate("ticket:1")).isEmpty();
        assertThat(making.addCreate("ticket:2").orElseThrow().message()).contains("guards.creates");
    }

    @Test
    void whoIsTriedAgainIsCountedOnce() {
        assertThat(stops("m1")).isFalse();
        assertThat(stops("m1")).isFalse();
    }

    @Test
    void enrolmentsAreCountedEachAndSlideToo() {
        Breaker few = new Breaker(new GuardPolicy(0, new Share(0, 9), new Share(0, 9), 2), time, Duration.ofHours(1));
        Operation operation =
                new Operation(Operation.Kind.ENROL, "m1", "1", List.of(), Situation.RIGHT_CHANGED, "state", "");
        Task one = new Task.Enrol(operation, "enrolled:registered", "w1");
        Task other = new Task.Enrol(operation, "enrolled:checked_in", "w2");

        assertThat(few.add("m1", List.of(one, other))).isEmpty();
        assertThat(few.add("m1", List.of(one, other))).isEmpty();
        assertThat(few.add("m2", List.of(one)).orElseThrow().number()).isEqualTo(3);
        time.advance(Duration.ofHours(2));
        assertThat(few.add("m2", List.of(one))).isEmpty();
    }

    @Test
    void theWindowSlides() {
        assertThat(stops("m1")).isFalse();
        time.advance(Duration.ofHours(1).plusSeconds(1));

        assertThat(stops("m2")).isFalse();
        assertThat(stops("m3")).isTrue();
    }

    @Test
    void aResetBeginsAnew() {
        assertThat(stops("m1")).isFalse();
        breaker.reset();

        assertThat(stops("m2")).isFalse();
    }

    @Test
    void whatIsObjectedToIsNotCounted() {
        assertThat(stops("m1")).isFalse();
        assertThat(stops("m2")).isTrue();

        assertThat(breaker.add("m3", removal("m3")).orElseThrow().number()).isEqualTo(2);
    }
}
