package dev.membersync.eventops.adapter;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.TransportException;
import dev.membersync.eventops.pricing.SideException;
import java.util.function.Supplier;

/** Calls of the clients, whose failures say whether an effect is possible. */
final class PricingFailures {
    private PricingFailures() {}

    static <T> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (ApiException failed) {
            boolean unsent = failed instanceof TransportException transport
                    && transport.outcome() == TransportException.Outcome.NOT_SENT;
            boolean open = failed instanceof ServerException || (failed instanceof TransportException && !unsent);
            throw open
                    ? SideException.outcomeUnknown(String.valueOf(failed.getMessage()), failed)
                    : SideException.refused(String.valueOf(failed.getMessage()), failed);
        } catch (IllegalArgumentException | IllegalStateException unusable) {
            throw SideException.refused(String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
