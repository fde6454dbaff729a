package dev.membersync.accelevents.webhook;

/**
 * How many deliveries ended in which way since the receiver was built.
 *
 * @param accepted         accepted and handled, the repeated ones included
 * @param repeated         among the accepted, those with the same body as one of the 1,000 accepted last: whether the vendor
 *                         repeats is not documented, this tells
 * @param blind            among the accepted, those with a hint that does not name all its records: worth a look at the body
 * @param unauthorized     without the secret
 * @param refusedAddresses from an address that is not allowed
 * @param malformed        with a body that cannot be understood or is too large
 * @param deferred         asked to come again
 */
public record HintCounters(
        long accepted,
        long repeated,
        long blind,
        long unauthorized,
        long refusedAddresses,
        long malformed,
        long deferred) {}
