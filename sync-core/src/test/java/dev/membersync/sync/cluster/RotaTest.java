package dev.membersync.sync.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.cluster.Rota.Edition;
import dev.membersync.sync.cluster.Rota.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who takes what, and who gives what away. */
class RotaTest {
    private static final Edition OLD = new Edition(0, 1);
    private static final Edition NEW = new Edition(0, 2);

    private static Node node(String id, Edition edition, int tenants) {
        return new Node(id, true, offers(edition, tenants));
    }

    private static Map<String, Edition> offers(Edition edition, int tenants) {
        return IntStream.range(0, tenants).boxed().collect(Collectors.toMap(i -> "t" + i, i -> edition));
    }

    private static Set<String> tenants(int number) {
        return offers(OLD, number).keySet();
    }

    @Test
    void aLoneNodeTakesEverything() {
        Rota rota = new Rota("a", List.of(node("a", OLD, 5)), Map.of(), tenants(5));

        assertThat(rota.wanted()).containsExactlyInAnyOrderElementsOf(tenants(5));
        assertThat(rota.excess()).isEmpty();
    }

    @Test
    void oneOfThreeNodesTakesNoMoreThanItsShareRoundedUp() {
        List<Node> nodes = List.of(node("a", OLD, 7), node("b", OLD, 7), node("c", OLD, 7));

        assertThat(new Rota("a", nodes, Map.of(), tenants(7)).wanted()).hasSize(3);
    }

    @Test
    void aNodeWithItsShareLeavesTheRestToWhoeverHasRoom() {
        List<Node> nodes = List.of(node("a", OLD, 4), node("b", OLD, 4));
        Map<String, String> held = Map.of("t0", "a", "t1", "a");

        assertThat(new Rota("a", nodes, held, Set.of("t2", "t3")).wanted()).isEmpty();
        assertThat(new Rota("b", nodes, held, Set.of("t2", "t3")).wanted()).containsExactlyInAnyOrder("t2", "t3");
    }

    @Test
    void whatNobodyElseKnowsIsTakenBeyondTheShare() {
        List<Node> nodes = List.of(node("a", OLD, 4), new Node("b", true, Map.of("t0", OLD)));
        Map<String, String> held = Map.of("t1", "a", "t2", "a");

        assertThat(new Rota("a", nodes, held, Set.of("t3")).wanted()).containsExactly("t3");
    }

    @Test
    void onlyOneNodeTakesWhatIsBeyondEverybodysShare() {
        Node idle = new Node("c", true, Map.of());
        List<Node> nodes = List.of(node("a", OLD, 4), node("b", OLD, 4), idle);
        Map<String, String> held = Map.of("t0", "a", "t1", "a", "t2", "b");
        List<String> takers = new ArrayList<>();
        for (String self : List.of("a", "b", "c")) {
            if (!new Rota(self, nodes, held, Set.of("t3")).wanted().isEmpty()) {
                takers.add(self);
            }
        }

        assertThat(takers).containsExactly("b");
    }

    @Test
    void anOutdatedNodeNeitherKeepsNorTakesATenantWhileANewerOneLives() { // F-70
        List<Node> nodes = List.of(node("a", OLD, 2), node("b", NEW, 2));
        Map<String, String> held = Map.of("t0", "a");

        assertThat(new Rota("a", nodes, held, Set.of("t1")).outdated()).containsExactly("t0");
        assertThat(new Rota("a", nodes, held, Set.of("t1")).wanted()).isEmpty();
        assertThat(new Rota("b", nodes, held, Set.of("t1")).wanted()).containsExactly("t1");
    }

    @Test
    void theNewerNodeTakesAllThatTheOutdatedOneMayNot() { // F-70
        List<Node> nodes = List.of(node("a", OLD, 4), node("b", NEW, 4));
        Map<String, String> held = Map.of("t0", "b", "t1", "b");

        assertThat(new Rota("b", nodes, held, Set.of("t2", "t3")).wanted()).containsExactlyInAnyOrder("t2", "t3");
    }

    @Test
    void anOutdatedNodeWorksWhenNoNewerOneLives() {
        assertThat(new Rota("a", List.of(node("a", OLD, 1)), Map.of(), tenants(1)).wanted())
                .containsExactly("t0");
    }

    @Test
    void aHigherReleaseWinsOverANewerConfiguration() {
        List<Node> nodes = List.of(node("a", new Edition(1, 1), 1), node("b", new Edition(0, 9), 1));

        assertThat(new Rota("b", nodes, Map.of("t0", "b"), Set.of()).outdated()).containsExactly("t0");
        assertThat(new Rota("a", nodes, Map.of(), Set.of("t0")).wanted()).containsExactly("t0");
    }

    @Test
    void aNodeThatHasJustComeGetsNothingOfOthers() {
        Node fresh = new Node("b", false, offers(OLD, 4));
        Map<String, String> held = Map.of("t0", "a", "t1", "a", "t2", "a", "t3", "a");

        assertThat(new Rota("a", List.of(node("a", OLD, 4), fresh), held, Set.of()).excess())
                .isEmpty();
        assertThat(new Rota("a", List.of(node("a", OLD, 4), node("b", OLD, 4)), held, Set.of()).excess())
                .contains("t0");
    }

    @Test
    void nothingMoreIsGivenAwayWhileSomethingWaits() {
        Map<String, String> held = Map.of("t0", "a", "t1", "a", "t2", "a");
        List<Node> nodes = List.of(node("a", OLD, 4), node("b", OLD, 4));

        assertThat(new Rota("a", nodes, held, Set.of("t3")).excess()).isEmpty();
    }

    /** Nodes come and go at random; each step every node decides on what it saw, one after the other as a database lets them. */
    @Test
    void whateverComesAndGoesTheSharesAreKeptWithAsFewHandoversAsThereMustBe() {
        for (long seed = 1; seed <= 25; seed++) {
            Town town = new Town(seed);
            for (int change = 0; change < 8; change++) {
                int must = town.change();
                int handovers = town.settle();

                assertThat(handovers).as("seed %s, change %s", seed, change).isLessThanOrEqualTo(must);
                assertThat(town.settle()).as("flaps, seed %s", seed).isZero();
                assertThat(town.held.keySet()).isEqualTo(tenants(Town.TENANTS));
                assertThat(town.mostHeld()).isLessThanOrEqualTo(town.share());
            }
        }
    }

    private static final class Town {
        private static final int TENANTS = 11;

        private final SplittableRandom random;
        private final Map<String, String> held = new HashMap<>();
        private final Set<String> nodes = new LinkedHashSet<>(List.of("n0"));
        private int names = 1;

        private Town(long seed) {
            random = new SplittableRandom(seed);
            settle();
        }

        /** @return how many tenants the newcomer has to get from others */
        private int change() {
            if (nodes.size() == 1 || (nodes.size() < 6 && random.nextBoolean())) {
                nodes.add("n" + names++);
                return nodes.stream()
                        .mapToInt(node -> Math.max(0, load(node) - share()))
                        .sum();
            }
            String gone = List.copyOf(nodes).get(random.nextInt(nodes.size()));
            nodes.remove(gone);
            held.values().removeIf(gone::equals);
            return 0;
        }

        private int settle() {
            int handovers = 0;
            for (int step = 0; step < 15; step++) {
                for (String self : nodes) {
                    for (String tenant : rota(self).wanted()) {
                        held.putIfAbsent(tenant, self);
                    }
                }
                for (String self : nodes) {
                    var excess = rota(self).excess();
                    if (excess.isPresent()) {
                        held.remove(excess.get());
                        handovers++;
                    }
                }
            }
            return handovers;
        }

        private Rota rota(String self) {
            Set<String> free = new HashSet<>(tenants(TENANTS));
            free.removeAll(held.keySet());
            List<Node> living = nodes.stream().map(id -> node(id, OLD, TENANTS)).toList();
            return new Rota(self, living, Map.copyOf(held), free);
        }

        private int share() {
            return (TENANTS + nodes.size() - 1) / nodes.size();
        }

        private int load(String node) {
            return (int) held.values().stream().filter(node::equals).count();
        }

        private int mostHeld() {
            return nodes.stream().mapToInt(this::load).max().orElseThrow();
        }
    }
}
