package dev.membersync.sync.payment;

/**
 * How much of the money of one currency that is to be mirrored agrees with its mirrors.
 *
 * @param matched what agrees, after refunds
 * @param expected all that is to be mirrored, after refunds
 * @param matchedPayments how many payments agree
 * @param payments how many are to be mirrored
 */
public record Agreement(Money matched, Money expected, long matchedPayments, long payments) {
    Agreement plus(Agreement other) {
        return new Agreement(
                matched.plus(other.matched),
                expected.plus(other.expected),
                matchedPayments + other.matchedPayments,
                payments + other.payments);
    }
}
