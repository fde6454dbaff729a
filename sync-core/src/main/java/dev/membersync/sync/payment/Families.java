package dev.membersync.sync.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Facts by the charge that they belong to, whatever order they came in; each key once. */
final class Families {
    /** By its own time; the key decides between equal times, and what it says between equal keys. */
    static final Comparator<Fact> ORDER =
            Comparator.comparing(Fact::at).thenComparing(Fact::key).thenComparing(Fact::toString);

    private final Map<FactKey, Fact> facts = new HashMap<>();
    private final SortedMap<FactKey, List<Fact>> members = new TreeMap<>();
    private final List<Fact> alone = new ArrayList<>();
    private final List<Fact> contradictions = new ArrayList<>();

    Families(Collection<Fact> all) {
        all.stream().sorted(ORDER).forEach(fact -> {
            Fact known = facts.putIfAbsent(fact.key(), fact);
            if (known != null && !known.equals(fact)) {
                contradictions.add(fact);
            }
        });
        facts.values().stream().sorted(ORDER).forEach(this::place);
    }

    private void place(Fact fact) {
        root(fact)
                .ifPresentOrElse(
                        root -> members.computeIfAbsent(root, unused -> new ArrayList<>())
                                .add(fact),
                        () -> alone.add(fact));
    }

    /** The key of the first charge, seen or not. */
    Optional<FactKey> root(Fact fact) {
        return switch (fact.kind()) {
            case CHARGE, REFUND, DISPUTE_OPENED, DISPUTE_WON, DISPUTE_LOST, SPLIT ->
                fact.charge().map(id -> climb(new FactKey(fact.key().system(), id, FactKind.CHARGE)));
            case MIRROR -> fact.charge().map(Families::chargeKey).map(this::climb);
            case FEE, PAYOUT, ADJUSTMENT, RELEASE -> Optional.empty();
        };
    }

    private static FactKey chargeKey(String text) {
        int kind = text.indexOf(":CHARGE:");
        return kind < 1
                ? new FactKey("unknown", text, FactKind.CHARGE)
                : new FactKey(text.substring(0, kind), text.substring(kind + ":CHARGE:".length()), FactKind.CHARGE);
    }

    /** Up from a further part to the first charge; facts that name each other in a circle end somewhere in it. */
    private FactKey climb(FactKey from) {
        Set<FactKey> seen = new HashSet<>();
        FactKey key = from;
        while (seen.add(key)) {
            Fact charge = facts.get(key);
            if (charge == null || charge.about().parent().isEmpty()) {
                return key;
            }
            key = new FactKey(key.system(), charge.about().parent().get(), FactKind.CHARGE);
        }
        return seen.stream().min(Comparator.naturalOrder()).orElse(from);
    }

    Optional<Fact> find(FactKey key) {
        return Optional.ofNullable(facts.get(key));
    }

    Collection<Fact> facts() {
        return facts.values();
    }

    SortedMap<FactKey, List<Fact>> families() {
        return members;
    }

    /** Facts of no charge. */
    List<Fact> alone() {
        return alone;
    }

    /** Facts whose key has said something else before. */
    List<Fact> contradictions() {
        return contradictions;
    }
}
