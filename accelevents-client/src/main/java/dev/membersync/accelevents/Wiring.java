package dev.membersync.accelevents;

import dev.membersync.accelevents.internal.VendorReplies;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.http.Transport;
import dev.membersync.client.internal.ApiClient;
import dev.membersync.client.internal.Fault;
import dev.membersync.client.internal.ReplyReader;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLimit;
import java.time.Duration;

/** What this vendor needs of the machinery all clients share. */
final class Wiring {
    /** Assumed; none is published. */
    private static final RateLimit LIMIT = RateLimit.of(100, Duration.ofSeconds(10));

    private Wiring() {}

    static ApiClient api(AcceleventsClient.Builder from, Transport transport) {
        var settings = ApiClient.builder(from.baseUrl, transport, from.time)
                .auth(
                        from.session ? "Authorization" : from.dialect.keyHeader(),
                        from.session ? "" : from.dialect.keyPrefix())
                .budget(from.budget.orElseGet(() -> RateBudget.of(LIMIT, from.time)))
                .deadline(from.deadline)
                .replies(replies())
                .listener(from.listener)
                // Some of its JSON travels as text/plain, and 406 is a business rule here: ask for anything.
                .header("Accept", "application/json, */*")
                .showQuery("page", "size", "dataType", "recurringEventId", "searchTimeStamp", "expand")
                .showQuery("uptodate", "eventTicketingId", "isRefundEmailSend");
        from.credential.map(TokenProvider::fixed).ifPresent(settings::tokens);
        from.retry.ifPresent(settings::retry);
        return settings.build();
    }

    /** What refuses a login may repeat its password or token. */
    private static ReplyReader replies() {
        var vendor = new VendorReplies();
        return (operation, reply) -> {
            var fault = vendor.fault(operation, reply);
            return operation.id().startsWith("logins.") ? fault.map(Fault::wordless) : fault;
        };
    }
}
