package dev.membersync.sync.payment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How a payment of one side is recognised on the other. The first rung with exactly one candidate counts; a rung with
 * several is for a person, and so is the last one whatever it finds: person and amount alone prove nothing.
 *
 * @param rung how it was recognised
 * @param candidates what was found there, more than one when it is not clear
 */
public record PaymentMatch(Rung rung, List<Fact> candidates) {
    private static final Duration NEAR = Duration.ofDays(3);

    /** Copies the candidates. */
    public PaymentMatch {
        candidates = List.copyOf(candidates);
    }

    /** The ladder, surest first. */
    public enum Rung {
        /** Our own key in the other side's notes or meta data. */
        OWN_KEY {
            @Override
            boolean sees(Fact one, Fact other) {
                return ownKey(one, other);
            }
        },
        /** The card processor's id of the charge. */
        PROCESSOR_ID {
            @Override
            boolean sees(Fact one, Fact other) {
                return same(one.about().processorId(), other.about().processorId());
            }
        },
        /** The same order, amount and currency. */
        ORDER_AND_AMOUNT {
            @Override
            boolean sees(Fact one, Fact other) {
                return same(one.about().order(), other.about().order()) && sameMoney(one, other);
            }
        },
        /** The same member, amount and currency, at most three days apart: never taken without a person. */
        LIKELY {
            @Override
            boolean sees(Fact one, Fact other) {
                return same(one.about().userId(), other.about().userId())
                        && sameMoney(one, other)
                        && Duration.between(one.at(), other.at()).abs().compareTo(NEAR) <= 0;
            }
        };

        abstract boolean sees(Fact one, Fact other);
    }

    /** Looks for a charge among those of the other side; empty when nothing is like it. */
    public static Optional<PaymentMatch> of(Fact charge, Collection<Fact> others) {
        for (Rung rung : Rung.values()) {
            List<Fact> found = others.stream()
                    .filter(other -> other.kind() == FactKind.CHARGE
                            && other.live() == charge.live()
                            && !other.key().equals(charge.key())
                            && rung.sees(charge, other))
                    .sorted(Families.ORDER)
                    .toList();
            if (!found.isEmpty()) {
                return Optional.of(new PaymentMatch(rung, found));
            }
        }
        return Optional.empty();
    }

    /** The payment on the other side, when it is sure. */
    public Optional<Fact> accepted() {
        return rung != Rung.LIKELY && candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private static boolean ownKey(Fact one, Fact other) {
        return other.about().ownKey().filter(one.key().toString()::equals).isPresent()
                || one.about().ownKey().filter(other.key().toString()::equals).isPresent();
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }

    private static boolean sameMoney(Fact one, Fact other) {
        return one.money().equals(other.money());
    }
}
