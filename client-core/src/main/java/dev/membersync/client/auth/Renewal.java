package dev.membersync.client.auth;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks a token endpoint for the next grant: the seam between {@link RenewingTokens} and a vendor. */
@FunctionalInterface
public interface Renewal {
    /**
     * Sends one request and does not wait for its answer. The client that sends it must not take its own credentials
     * from the tokens that are being renewed.
     *
     * @param current the grant to renew; empty when there is none yet, which suits a vendor that grants without one
     * @return a future that fails with an {@link dev.membersync.client.error.AuthException} when the vendor refuses, with
     *     a {@link dev.membersync.client.error.TransportException} or
     *     {@link dev.membersync.client.error.ServerException} when it is unknown whether it granted; cancelling it stops
     *     the request
     */
    CompletableFuture<Grant> renew(Optional<Grant> current);
}
