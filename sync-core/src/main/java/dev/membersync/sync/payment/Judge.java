package dev.membersync.sync.payment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides which facts of one charge count; of several that do not fit together the later by its own time is held. */
final class Judge {
    private final Map<FactKey, DiscrepancyKind> held = new HashMap<>();
    private final Set<FactKey> parked = new HashSet<>();
    private final Set<String> released;

    Judge(Set<String> released) {
        this.released = released;
    }

    Map<FactKey, DiscrepancyKind> held() {
        return held;
    }

    Set<FactKey> parked() {
        return parked;
    }

    /** @param family the facts of one charge, by their own time */
    void family(FactKey root, List<Fact> family) {
        Optional<Fact> first =
                family.stream().filter(fact -> fact.key().equals(root)).findFirst();
        if (first.isEmpty()) {
            family.stream().filter(fact -> fact.kind() != FactKind.MIRROR).forEach(fact -> parked.add(fact.key()));
            return;
        }
        Money zero = new Money(0, first.get().money().currency());
        Money captured = Money.sum(
                zero,
                family.stream()
                        .filter(fact -> fact.kind() == FactKind.CHARGE && fits(fact, first.get()))
                        .map(Fact::money)
                        .toList());
        Set<String> lost = lost(family);
        Money back = zero;
        Money split = zero;
        for (Fact fact : family) {
            boolean returns = fact.kind() == FactKind.REFUND
                    || (fact.kind() == FactKind.DISPUTE_LOST
                            && lost.contains(fact.key().id()));
            if ((returns || fact.kind() == FactKind.SPLIT) && fits(fact, first.get())) {
                Money soFar = (returns ? back : split).plus(fact.money());
                if (soFar.isMoreThan(captured) && !isReleased(fact)) {
                    held.put(fact.key(), returns ? DiscrepancyKind.REFUND_EXCEEDS : DiscrepancyKind.TOTAL_MISMATCH);
                } else if (returns) {
                    back = soFar;
                } else {
                    split = soFar;
                }
            }
        }
    }

    /** A refund has the currency and the collector of its charge. */
    private boolean fits(Fact fact, Fact charge) {
        if (!fact.money().currency().equals(charge.money().currency())) {
            held.put(fact.key(), DiscrepancyKind.CURRENCY_DIFF);
            return false;
        }
        if (!fact.collectedBy().equals(charge.collectedBy()) && !isReleased(fact)) {
            held.put(fact.key(), DiscrepancyKind.NOT_COLLECTED_HERE);
            return false;
        }
        return true;
    }

    private boolean isReleased(Fact fact) {
        return released.contains(fact.key().toString());
    }

    /** The disputes whose last word is that they are lost. */
    static Set<String> lost(List<Fact> family) {
        Set<String> lost = new HashSet<>();
        family.forEach(fact -> {
            if (fact.kind() == FactKind.DISPUTE_LOST) {
                lost.add(fact.key().id());
            } else if (fact.kind() == FactKind.DISPUTE_WON) {
                lost.remove(fact.key().id());
            }
        });
        return lost;
    }

    /** A refund or dispute that names no charge at all. */
    void alone(Fact fact) {
        boolean returns = fact.kind() == FactKind.REFUND || fact.kind() == FactKind.DISPUTE_LOST;
        if (returns && !isReleased(fact)) {
            held.put(fact.key(), DiscrepancyKind.UNLINKED_REFUND);
        }
    }
}
