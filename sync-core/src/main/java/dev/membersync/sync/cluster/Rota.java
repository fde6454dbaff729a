package dev.membersync.sync.cluster;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which tenants a node takes, and which it gives away: each node decides for itself from what all of them see, so that two
 * may want the same one for a moment, and one of them gets it. Immutable.
 *
 * @param self the deciding node
 * @param nodes the living nodes
 * @param held who works on what, by tenant; only living nodes
 * @param free tenants that nobody works on and that are due
 */
record Rota(String self, List<Node> nodes, Map<String, String> held, Set<String> free) {
    /**
     * A living node.
     *
     * @param settled whether it has been there long enough that others make room for it
     * @param offers the tenants it is configured with
     */
    record Node(String id, boolean settled, Map<String, Edition> offers) {}

    /**
     * The place of a configuration in the order of its tenant's.
     *
     * @param release what the operator said
     * @param generation when it was seen first
     */
    record Edition(long release, long generation) implements Comparable<Edition> {
        private static final Comparator<Edition> ORDER =
                Comparator.comparingLong(Edition::release).thenComparingLong(Edition::generation);

        @Override
        public int compareTo(Edition other) {
            return ORDER.compare(this, other);
        }
    }

    /** Free tenants to take: the node's share, and what nobody else can take. */
    Set<String> wanted() {
        Set<String> wanted = new HashSet<>();
        long room = room(self, nodes);
        for (String tenant : preferred()) {
            if (room > 0) {
                wanted.add(tenant);
                room--;
            } else if (isLastResort(tenant)) {
                wanted.add(tenant);
            }
        }
        return wanted;
    }

    /** Each node begins with others of them, so that few are wanted by two. */
    private List<String> preferred() {
        return free.stream()
                .filter(tenant -> takers(tenant).anyMatch(node -> node.id().equals(self)))
                .sorted(Comparator.comparingInt((String tenant) -> (self + " " + tenant).hashCode())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Whoever could take it has its share already, and this one has the least. */
    private boolean isLastResort(String tenant) {
        return takers(tenant).allMatch(node -> room(node.id(), nodes) <= 0)
                && takers(tenant)
                        .map(Node::id)
                        .min(Comparator.comparingLong(this::load).thenComparing(Comparator.naturalOrder()))
                        .filter(self::equals)
                        .isPresent();
    }

    /** Tenants held here of which another living node has a newer configuration. */
    Set<String> outdated() {
        Set<String> outdated = new HashSet<>();
        own().filter(tenant -> takers(tenant).noneMatch(node -> node.id().equals(self)))
                .filter(tenant -> takers(tenant).findAny().isPresent())
                .forEach(outdated::add);
        return outdated;
    }

    /** One tenant beyond this node's share, for which another settled one has room; none while any waits to be taken. */
    Optional<String> excess() {
        List<Node> settled = nodes.stream().filter(Node::settled).toList();
        if (!free.isEmpty() || settled.isEmpty() || room(self, settled) >= 0) {
            return Optional.empty();
        }
        return own().sorted()
                .filter(tenant -> takers(tenant)
                        .filter(Node::settled)
                        .anyMatch(node -> !node.id().equals(self) && room(node.id(), settled) > 0))
                .findFirst();
    }

    private Stream<String> own() {
        return held.entrySet().stream()
                .filter(entry -> entry.getValue().equals(self))
                .map(Map.Entry::getKey);
    }

    /** The nodes with the newest configuration of a tenant. */
    private Stream<Node> takers(String tenant) {
        Optional<Edition> newest = nodes.stream()
                .flatMap(node -> Optional.ofNullable(node.offers().get(tenant)).stream())
                .max(Comparator.naturalOrder());
        return nodes.stream()
                .filter(node -> Optional.ofNullable(node.offers().get(tenant)).equals(newest) && newest.isPresent());
    }

    private long room(String node, List<Node> among) {
        long tenants = nodes.stream()
                .flatMap(one -> one.offers().keySet().stream())
                .distinct()
                .count();
        return (tenants + among.size() - 1) / among.size() - load(node);
    }

    private long load(String node) {
        return held.values().stream().filter(node::equals).count();
    }
}
