package dev.membersync.sync.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.database.Postgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes on one PostgreSQL server, each with connections and threads of its own. */
@Timeout(180)
class ClusterTest {
    @Test
    void twoNodesThatStartAtOnceOnAnEmptyDatabaseShareTheTenantsAndRegisterEverybodyOnce() throws Exception { // F-70
        try (Town town = new Town(4, 5)) {
            Cluster one = town.node("one");
            Cluster two = town.node("two");
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> starts = List.of(one, two).stream()
                    .map(node -> new Thread(() -> {
                        try {
                            go.await();
                            node.start();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }))
                    .toList();
            starts.forEach(Thread::start);
            go.countDown();
            for (Thread start : starts) {
                start.join();
            }

            assertThat(town.everybodyIsIn()).isTrue();
            ClusterStatus status = one.status();
            assertThat(status.nodes()).hasSize(2);
            assertThat(List.of(Town.held(status, one), Town.held(status, two))).containsExactly(2L, 2L);
            assertThat(status.shifts()).allMatch(shift -> shift.since().isPresent());
            assertThat(town.quarters.values()).allSatisfy(quarter -> {
                assertThat(quarter.attendees()).doesNotHaveDuplicates().hasSize(5);
                assertThat(quarter.accelevents.writes().count("order")).isEqualTo(5);
            });
        }
    }

    @Test
    void newsAtANodeWithoutTheShiftReachesTheNodeThatHasIt() throws Exception {
        try (Town town = new Town(1, 2)) {
            Cluster holder = town.node("holder").start();
            assertThat(town.everybodyIsIn()).isTrue();
            Cluster door = town.node("door").start();
            town.quarter("t0").memberships.members().rename("m0", "Ada Lovelace");

            assertThat(Town.hook(door, "t0", "m0").status()).isEqualTo(200);

            assertThat(town.bell.until(() -> town.quarter("t0").lastName("m0").equals("Lovelace")))
                    .isTrue();
            assertThat(holder.live("t0")).isPresent();
            assertThat(door.live("t0")).isEmpty();
            assertThat(town.news).doesNotContain("door Began t0");
        }
    }

    @Test
    void aNodeThatIsClosedHandsItsTenantsBackAtOnce() throws Exception { // F-78
        try (Town town = new Town(2, 2)) {
            Cluster one = town.node("one", builder -> builder.lease(Duration.ofHours(1)), "Membership Status")
                    .start();
            assertThat(town.bell.until(() -> one.status().isComplete())).isTrue();
            Cluster two = town.node("two", builder -> builder.lease(Duration.ofHours(1)), "Membership Status")
                    .start();

            one.close();

            assertThat(town.bell.until(() -> Town.held(two.status(), two) == 2)).isTrue();
            assertThat(two.status().nodes())
                    .singleElement()
                    .matches(node -> node.id().equals(two.id()));
            assertThat(town.everybodyIsIn()).isTrue();
            assertThat(town.quarters.values())
                    .allSatisfy(quarter -> assertThat(quarter.attendees()).doesNotHaveDuplicates());
        }
    }

    @Test
    void aNodeThatJoinsGetsItsShareAndKeepsIt() throws Exception {
        try (Town town = new Town(4, 1)) {
            Cluster one = town.node("one").start();
            assertThat(town.bell.until(() -> Town.held(one.status(), one) == 4)).isTrue();

            Cluster two = town.node("two").start();

            assertThat(town.bell.until(() -> Town.held(one.status(), two) == 2)).isTrue();
            assertThat(town.news.stream().filter(line -> line.startsWith("one Ended")))
                    .hasSize(2);
            assertThat(town.everybodyIsIn()).isTrue();
            assertThat(town.news.stream().filter(line -> line.startsWith("two Ended")))
                    .isEmpty();
        }
    }

    @Test
    void aTenantThatCannotBeOpenedIsToldAndHarmsNobody() throws Exception {
        try (Town town = new Town(2, 2)) {
            ClusterBuilder builder = town.bare("one")
                    .tenant("t0", town.quarter("t0").config("Membership Status", "wrong-key"))
                    .tenant("t1", town.quarter("t1").config("Membership Status"));
            Cluster one = town.kept(builder.build()).start();

            assertThat(town.bell.until(() -> town.news.contains("one Failed t0")))
                    .isTrue();
            assertThat(town.bell.until(() -> town.quarter("t1").attendees().size() == 2))
                    .isTrue();
            ClusterStatus.Shift failed = one.status().shifts().get(0);
            assertThat(failed.holder()).isEmpty();
            assertThat(failed.failures()).isPositive();
            assertThat(failed.due()).isPresent();
            assertThat(one.live("t1")).isPresent();
        }
    }

    @Test
    void aClosedNodeAsksSendersToComeAgain() throws Exception {
        try (Town town = new Town(1, 1)) {
            Cluster one = town.node("one").start();
            one.close();

            assertThat(Town.hook(one, "t0", "m0").status()).isEqualTo(429);
            assertThatThrownBy(one::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aTenantInAFileIsRefused() {
        try (Town town = new Town(1, 1)) {
            String file = town.quarter("t0").store;
            assertThatThrownBy(() -> Cluster.builder().database("jdbc:sqlite:x.db"))
                    .hasMessageContaining("PostgreSQL");
            assertThat(file).startsWith("jdbc:postgresql:");
            assertThatThrownBy(() -> town.bare("one")
                            .tenant("a", town.quarter("t0").config("Membership Status"))
                            .tenant("b", town.quarter("t0").config("Membership Status")))
                    .hasMessageContaining("one store");
            assertThatThrownBy(() ->
                            Cluster.builder().database(Postgres.freshUrl()).build())
                    .hasMessageContaining("tenant");
        }
    }

    @Test
    void theWaitsOfAFailingTenantGrowToFiveMinutes() {
        assertThat(Shifts.wait(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Shifts.wait(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Shifts.wait(7)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Shifts.wait(1_000)).isEqualTo(Duration.ofMinutes(5));
    }
}
