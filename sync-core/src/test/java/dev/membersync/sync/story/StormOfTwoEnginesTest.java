package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.SyncEngineBuilder;
import dev.membersync.sync.store.StoreException;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F-31: leases are a courtesy; what keeps one member from two tickets are intents and links. */
class StormOfTwoEnginesTest {
    private static final int RUNS = 60;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final World world = World.ordinary();
    private final CrashingWorld everybody = CrashingWorld.inMemory(world);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twoEnginesOnOneStoreDoubleNobody(long seed) throws Exception { // F-31
        world.members(60);
        world.accelevents.faults(
                FaultPlan.share(0.1, seed, EnumSet.of(Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.STATUS_AFTER_EFFECT)));
        world.engine = builder -> builder.workers(4).executor(threads);
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<?>> running = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            running.add(nodes.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                untilDone();
                return true;
            }));
        }
        for (Future<?> node : running) {
            node.get(60, TimeUnit.SECONDS);
        }
        nodes.shutdownNow();

        world.accelevents.faults(FaultPlan.none());
        world.sync();
        everybody.assertInStep();
        everybody.assertAtRest();
    }

    /** Another engine takes over all leases and runs to its end between two steps of this one, wherever that is. */
    @Test
    void anEngineThatRunsBetweenAnyTwoStepsOfAnotherDoublesNobody() {
        betweenAnyTwoSteps(shared -> {});
    }

    /** F-04: the other one gives up while its payments are still under way. */
    @Test
    void anEngineWhosePaymentsArriveLateDoublesNobody() {
        betweenAnyTwoSteps(shared ->
                shared.accelevents.faults(FaultPlan.always(Fault.LATE_APPLY).on("orders.pay")));
    }

    private static void betweenAnyTwoSteps(Consumer<World> faults) {
        long steps = between(Long.MAX_VALUE, faults);
        assertThat(steps).isGreaterThan(40);
        for (long point = 1; point <= steps; point++) {
            between(point, faults);
        }
    }

    private static long between(long point, Consumer<World> faults) {
        World shared = World.ordinary();
        shared.members(3);
        shared.event.addAttendee(
                shared.event.ticketType("VIP").orElseThrow().id(), "Person", "Number3", "m3@example.com");
        long[] steps = {0};
        shared.engine = builder -> Checkpoints.told(builder, step -> {
            if (++steps[0] == point) {
                faults.accept(shared);
                runAnother(shared);
                shared.accelevents.faults(FaultPlan.none());
            }
        });
        tolerant(shared);
        long taken = steps[0];
        shared.engine = builder -> builder;
        shared.time.advance(Duration.ofMinutes(1));
        shared.sync();
        CrashingWorld checked = CrashingWorld.inMemory(shared);
        assertThat(shared.event.tickets())
                .as("another engine after step %s", point)
                .hasSize(3);
        checked.assertOneAttendeeEach();
        checked.assertAtRest();
        return taken;
    }

    private static void runAnother(World shared) {
        UnaryOperator<SyncEngineBuilder> first = shared.engine;
        shared.engine = builder -> builder.retry(RetryPolicy.none());
        tolerant(shared);
        shared.engine = first;
    }

    private static void tolerant(World shared) {
        try {
            shared.sync();
        } catch (StoreException busy) {
            assertThat(busy).isNotNull(); // the other one is planning
        }
    }

    @Test
    void anInterruptOfTheCallerEndsARunOnThreadsOfItsOwn() throws Exception {
        world.members(200);
        CountDownLatch working = new CountDownLatch(20);
        world.engine = builder -> Checkpoints.told(builder.workers(4).executor(threads), step -> {
            if (step.equals("committed")) {
                working.countDown();
            }
        });
        List<Throwable> thrown = new ArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                world.sync();
            } catch (RuntimeException e) {
                thrown.add(e);
            }
            thrown.add(
                    new IllegalStateException("flag " + Thread.currentThread().isInterrupted()));
        });
        caller.start();
        assertThat(working.await(30, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        caller.join(30_000);

        assertThat(thrown).hasSize(2);
        assertThat(thrown.get(1)).hasMessage("flag true");
        world.sync();
        everybody.assertInStep();
    }

    /** One engine plans on an overlay while the other one wants to write: that run ends, a later one goes on. */
    private void untilDone() {
        for (int i = 0; i < RUNS; i++) {
            try {
                if (world.sync().isClean()) {
                    return;
                }
            } catch (StoreException | ApiException busy) {
                assertThat(busy).isNotNull();
            }
        }
    }
}
