package dev.membersync.examples.camelpeer;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** Webhooks, which name a member that is then read and sent to the same route as those of the list. */
final class HookRoutes extends RouteBuilder {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String GOOD = "good";

    private final Settings settings;
    private final HookCheck check;
    private final InstantSource clock;

    HookRoutes(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.check = new HookCheck(settings.hookSecret());
        this.clock = clock;
    }

    @Override
    public void configure() {
        errorHandler(deadLetterChannel(DeadLetters.ENTRY)
                .maximumRedeliveries(3)
                .redeliveryDelay(1_000)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .useOriginalMessage());
        // "Platform HTTP": the bytes as they were sent, unless they come as a form.
        from("platform-http:/hooks/generic?httpMethodRestrict=POST")
                .convertBodyTo(byte[].class)
                .setProperty(GOOD)
                .exchange(this::signed)
                .choice()
                .when(exchangeProperty(GOOD).isEqualTo(false))
                .process(exchange -> answer(exchange, 401))
                .otherwise()
                .to("direct:hook")
                .end();
        receiveRoute();
        // "SEDA", concurrentConsumers
        from("seda:hooks?concurrentConsumers=" + settings.workers())
                .process(Gates.get(exchange -> "/users/" + exchange.getProperty(MemberRoutes.USER_ID), exchange -> ""))
                .to(Gates.MEMBERSHIPS)
                .unmarshal()
                .json(JsonLibrary.Jackson, Member.class)
                .to(MemberRoutes.ENTRY);
    }

    private void receiveRoute() {
        from("direct:hook")
                // "Exception Clause", handled: a body that cannot be read is the sender's error.
                .onException(Exception.class)
                .handled(true)
                .process(exchange -> answer(exchange, 400))
                .end()
                .unmarshal()
                .json(JsonLibrary.Jackson, HookBody.class)
                .choice()
                .when(this::stale)
                .process(exchange -> answer(exchange, 401))
                .when()
                .body(HookBody.class, hook -> "memberships".equals(hook.system()) && hook.id() != null)
                .setProperty(MemberRoutes.USER_ID)
                .body(HookBody.class, HookBody::id)
                // "SEDA": the sender has its answer while the work waits in memory; blockWhenFull instead of a refusal.
                .to("seda:hooks?size=10000&blockWhenFull=true&waitForTaskToComplete=Never")
                .process(exchange -> answer(exchange, 202))
                .otherwise()
                .process(exchange -> answer(exchange, 202))
                .end();
    }

    private boolean signed(Exchange exchange) {
        return check.good(
                Carried.body(exchange, byte[].class), exchange.getMessage().getHeader(HookCheck.HEADER, String.class));
    }

    private boolean stale(Exchange exchange) {
        String timestamp = Carried.body(exchange, HookBody.class).timestamp();
        try {
            return timestamp == null
                    || Duration.between(Instant.parse(timestamp), clock.instant())
                                    .abs()
                                    .compareTo(WINDOW)
                            > 0;
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static void answer(Exchange exchange, int status) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(HTTP_RESPONSE_CODE, status);
        exchange.getMessage().setBody("");
    }
}
