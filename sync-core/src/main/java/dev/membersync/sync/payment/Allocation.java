package dev.membersync.sync.payment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Largest-remainder allocation: the parts sum to the whole, and the tie-break is the place in the list. */
final class Allocation {
    private Allocation() {}

    static List<Long> of(long whole, List<Long> weights) {
        BigInteger total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new MoneyException("weights are not below zero, and one of them is above");
        }
        List<Long> parts = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        long left = whole;
        for (long weight : weights) {
            BigInteger[] share = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(total);
            parts.add(share[0].longValueExact());
            remainders.add(share[1].abs());
            left -= share[0].longValueExact();
        }
        // The sort is stable: of equal remainders the earlier part comes first.
        List<Integer> order = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .toList();
        for (int next = 0; left != 0; next++) {
            int unit = Long.signum(left);
            int place = order.get(next);
            parts.set(place, parts.get(place) + unit);
            left -= unit;
        }
        return parts;
    }
}
