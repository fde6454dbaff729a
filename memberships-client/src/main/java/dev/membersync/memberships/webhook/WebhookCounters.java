package dev.membersync.memberships.webhook;

/**
 * How many deliveries ended in which way since the receiver was built.
 *
 * @param accepted          accepted and handled
 * @param duplicates        repeated, those with another body included
 * @param changedDuplicates repeated with another body under the same id: worth a warning
 * @param foreign           for another app or location
 * @param stale             outside the replay window
 * @param invalid           with a wrong signature
 * @param unsigned          without a signature
 * @param malformed         with a body that cannot be understood or is too large
 * @param refusedAddresses  from an address that is not allowed
 * @param deferred          asked to come again
 * @param undocumented      among the accepted, those whose type the vendor does not document
 */
public record WebhookCounters(
        long accepted,
        long duplicates,
        long changedDuplicates,
        long foreign,
        long stale,
        long invalid,
        long unsigned,
        long malformed,
        long refusedAddresses,
        long deferred,
        long undocumented) {}
